-- The same tables as in 0001.sqlite.sql, which says what they are for. Texts compare by code point, as they do there,
-- whatever the language of the server; days and instants are texts that sort.

CREATE TABLE form (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL);
INSERT INTO form VALUES (1, 0);

CREATE TABLE entry (
    seq BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    kind TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C",
    at TEXT COLLATE "C" NOT NULL,
    content_sha256 BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE INDEX entry_subject ON entry (subject, seq) WHERE subject IS NOT NULL;

CREATE TABLE content (
    seq BIGINT PRIMARY KEY REFERENCES entry,
    packed BYTEA NOT NULL
);
-- It is packed already.
ALTER TABLE content ALTER COLUMN packed SET STORAGE EXTERNAL;

CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq BIGINT NOT NULL, hash BYTEA NOT NULL);
INSERT INTO head VALUES (1, 0, decode(repeat('00', 32), 'hex'));

CREATE TABLE forgotten (
    seq BIGINT PRIMARY KEY REFERENCES entry,
    forgetting BIGINT NOT NULL REFERENCES entry
);

CREATE TABLE document (
    number BIGINT PRIMARY KEY REFERENCES entry,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    sha256 TEXT COLLATE "C" NOT NULL UNIQUE,
    raw_sha256 TEXT COLLATE "C",
    outlet TEXT COLLATE "C",
    url TEXT COLLATE "C",
    title TEXT COLLATE "C",
    locator TEXT COLLATE "C",
    language TEXT COLLATE "C",
    published TEXT COLLATE "C",
    captured_at TEXT COLLATE "C",
    capture TEXT COLLATE "C",
    replaces BIGINT REFERENCES entry,
    until BIGINT
);
CREATE INDEX document_locator ON document (locator, outlet) WHERE locator IS NOT NULL;
CREATE INDEX document_raw ON document (raw_sha256) WHERE raw_sha256 IS NOT NULL;
CREATE INDEX document_published ON document (published, number);
CREATE INDEX document_outlet ON document (outlet, number);
CREATE INDEX document_replaces ON document (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE reading (
    number BIGINT PRIMARY KEY REFERENCES entry,
    document BIGINT NOT NULL REFERENCES document,
    made_by TEXT COLLATE "C" NOT NULL,
    until BIGINT
);
CREATE INDEX reading_document ON reading (document, number);

CREATE TABLE claim (
    number BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL,
    document BIGINT NOT NULL REFERENCES document,
    reading BIGINT NOT NULL REFERENCES reading,
    place_in_reading INTEGER NOT NULL,
    since BIGINT NOT NULL REFERENCES entry,
    until BIGINT,
    kind TEXT COLLATE "C" NOT NULL,
    polarity TEXT COLLATE "C" NOT NULL,
    certainty TEXT COLLATE "C" NOT NULL,
    tense TEXT COLLATE "C" NOT NULL,
    presupposed INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    verdict TEXT COLLATE "C",
    corrected INTEGER NOT NULL,
    outlet TEXT COLLATE "C",
    language TEXT COLLATE "C",
    published TEXT COLLATE "C",
    earliest TEXT COLLATE "C",
    latest TEXT COLLATE "C",
    is_long INTEGER NOT NULL,
    words TEXT COLLATE "C" NOT NULL
);
CREATE INDEX claim_id ON claim (id, number);
CREATE INDEX claim_document ON claim (document, number);
CREATE INDEX claim_published ON claim (published, number);
CREATE INDEX claim_earliest ON claim (earliest, number, latest);
CREATE INDEX claim_long ON claim (latest, earliest, number) WHERE is_long = 1;
CREATE INDEX claim_kind ON claim (kind, number);
CREATE INDEX claim_certainty ON claim (certainty, number);
CREATE INDEX claim_verdict ON claim (verdict, number) WHERE verdict IS NOT NULL;
CREATE INDEX claim_corrected ON claim (number) WHERE corrected = 1;
CREATE INDEX claim_outlet ON claim (outlet, number);
CREATE INDEX claim_language ON claim (language, number);

CREATE TABLE source (
    number BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT COLLATE "C" NOT NULL,
    folded TEXT COLLATE "C" NOT NULL
);
CREATE INDEX source_folded ON source (folded);

CREATE TABLE source_name (
    ending TEXT COLLATE "C" NOT NULL,
    source BIGINT NOT NULL REFERENCES source ON DELETE CASCADE,
    PRIMARY KEY (ending, source)
);
CREATE INDEX source_name_source ON source_name (source);

CREATE TABLE claim_source (
    claim BIGINT NOT NULL REFERENCES claim,
    chain INTEGER NOT NULL,
    link INTEGER NOT NULL,
    source BIGINT NOT NULL REFERENCES source,
    type TEXT COLLATE "C" NOT NULL,
    identity TEXT COLLATE "C" NOT NULL,
    side TEXT COLLATE "C",
    is_origin INTEGER NOT NULL,
    PRIMARY KEY (claim, chain, link)
);
CREATE INDEX claim_source_source ON claim_source (source, claim);
CREATE INDEX claim_source_side ON claim_source (side, claim) WHERE side IS NOT NULL;

CREATE TABLE place (
    number BIGINT PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT COLLATE "C" NOT NULL,
    folded TEXT COLLATE "C" NOT NULL,
    bones TEXT COLLATE "C",
    gazetteer_id TEXT COLLATE "C",
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    country TEXT COLLATE "C"
);
CREATE INDEX place_folded ON place (folded);
CREATE INDEX place_bones ON place (bones) WHERE bones IS NOT NULL;
CREATE INDEX place_gazetteer ON place (gazetteer_id) WHERE gazetteer_id IS NOT NULL;
CREATE INDEX place_lat ON place (lat, lon);
CREATE TABLE place_point (number BIGINT PRIMARY KEY, point geography(Point, 4326) NOT NULL);
CREATE INDEX place_point_point ON place_point USING gist (point);

CREATE TABLE claim_place (
    claim BIGINT NOT NULL REFERENCES claim,
    nth INTEGER NOT NULL,
    place BIGINT NOT NULL REFERENCES place,
    role TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (claim, nth)
);
CREATE INDEX claim_place_place ON claim_place (place, claim, role);

CREATE TABLE claim_flag (
    claim BIGINT NOT NULL REFERENCES claim,
    code TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (claim, code)
);
CREATE INDEX claim_flag_code ON claim_flag (code, claim);

CREATE TABLE review (
    number BIGINT NOT NULL REFERENCES entry,
    subject TEXT COLLATE "C" NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (subject, number)
);

-- Trigrams are ours and not pg_trgm's, which sees no Cyrillic letters in a database whose language is "C".
CREATE TABLE word (
    number BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    word TEXT COLLATE "C" NOT NULL UNIQUE,
    bones TEXT COLLATE "C",
    trigrams TEXT[] COLLATE "C" NOT NULL
);
CREATE INDEX word_bones ON word (bones) WHERE bones IS NOT NULL;
CREATE INDEX word_trigrams ON word USING gin (trigrams);
CREATE TABLE document_words (rowid BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX document_words_words ON document_words USING gin (words);
CREATE TABLE claim_words (rowid BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX claim_words_words ON claim_words USING gin (words);

CREATE TABLE watched (
    url TEXT COLLATE "C" PRIMARY KEY,
    etag TEXT COLLATE "C",
    last_modified TEXT COLLATE "C",
    checked_at TEXT COLLATE "C" NOT NULL
);

-- The record forbids itself to be changed, and what is found by is taken out only by a forgetting, which puts in its
-- place what is left. What the functions look at is named with its schema, so that nobody's
-- search path leads them elsewhere.

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE FUNCTION entry_must_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE follows boolean;
BEGIN
    EXECUTE format('SELECT seq + 1 = $1 AND hash = $2 FROM %I.head FOR UPDATE', TG_TABLE_SCHEMA)
        INTO follows USING NEW.seq, NEW.previous;
    IF follows IS NOT TRUE THEN RAISE EXCEPTION 'an entry must follow the last one'; END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION entry_becomes_head() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('UPDATE %I.head SET seq = $1, hash = $2', TG_TABLE_SCHEMA) USING NEW.seq, NEW.hash;
    RETURN NULL;
END $$;

CREATE FUNCTION head_must_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE follows boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.entry WHERE seq = $1 AND hash = $2)', TG_TABLE_SCHEMA)
        INTO follows USING NEW.seq, NEW.hash;
    IF NEW.seq <> OLD.seq + 1 OR NOT follows THEN RAISE EXCEPTION 'the head only follows the record'; END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION content_comes_with_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE is_last boolean;
BEGIN
    EXECUTE format('SELECT seq = $1 FROM %I.head', TG_TABLE_SCHEMA) INTO is_last USING NEW.seq;
    IF is_last IS NOT TRUE THEN RAISE EXCEPTION 'content comes with its entry'; END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION forgotten_by_last() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE is_forgetting boolean;
BEGIN
    EXECUTE format(
        'SELECT e.kind = ''forgetting'' FROM %1$I.head h JOIN %1$I.entry e USING (seq) WHERE e.seq = $1', TG_TABLE_SCHEMA
    ) INTO is_forgetting USING NEW.forgetting;
    IF is_forgetting IS NOT TRUE THEN RAISE EXCEPTION 'content goes only with a forgetting'; END IF;
    RETURN NEW;
END $$;

-- The first argument is the column that names the entry which must have been forgotten.
CREATE FUNCTION goes_when_forgotten() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE is_forgotten boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.forgotten WHERE seq = ($1).%I)', TG_TABLE_SCHEMA, TG_ARGV[0])
        INTO is_forgotten USING OLD;
    IF NOT is_forgotten THEN RAISE EXCEPTION 'a row goes only with a forgetting'; END IF;
    RETURN OLD;
END $$;

-- The first argument says why not.
CREATE FUNCTION only_in_forgetting() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE is_forgetting boolean;
BEGIN
    EXECUTE format('SELECT kind = ''forgetting'' FROM %1$I.head JOIN %1$I.entry USING (seq)', TG_TABLE_SCHEMA)
        INTO is_forgetting;
    IF is_forgetting IS NOT TRUE THEN RAISE EXCEPTION '%', TG_ARGV[0]; END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER entry_follows BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_must_follow();
CREATE TRIGGER entry_moves_head AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_becomes_head();
CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry
    FOR EACH ROW EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER head_only_follows BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION head_must_follow();
CREATE TRIGGER head_stays BEFORE INSERT OR DELETE ON head
    FOR EACH ROW EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER content_comes BEFORE INSERT ON content FOR EACH ROW EXECUTE FUNCTION content_comes_with_entry();
CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
    FOR EACH ROW EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER content_kept BEFORE DELETE ON content FOR EACH ROW EXECUTE FUNCTION goes_when_forgotten('seq');
CREATE TRIGGER forgotten_for_a_reason BEFORE INSERT ON forgotten FOR EACH ROW EXECUTE FUNCTION forgotten_by_last();
CREATE TRIGGER forgotten_kept BEFORE UPDATE OR DELETE ON forgotten
    FOR EACH ROW EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER review_unchanged BEFORE UPDATE ON review
    FOR EACH ROW EXECUTE FUNCTION refuse('the record is only added to');

CREATE TRIGGER document_ends BEFORE UPDATE ON document FOR EACH ROW
    WHEN (OLD.until IS NOT NULL OR NEW.until IS NULL OR to_jsonb(OLD) - 'until' <> to_jsonb(NEW) - 'until')
    EXECUTE FUNCTION only_in_forgetting('a row only ends');
CREATE TRIGGER reading_ends BEFORE UPDATE ON reading FOR EACH ROW
    WHEN (OLD.until IS NOT NULL OR NEW.until IS NULL OR to_jsonb(OLD) - 'until' <> to_jsonb(NEW) - 'until')
    EXECUTE FUNCTION refuse('a row only ends');
CREATE TRIGGER claim_ends BEFORE UPDATE ON claim FOR EACH ROW
    WHEN (OLD.until IS NOT NULL OR NEW.until IS NULL OR to_jsonb(OLD) - 'until' <> to_jsonb(NEW) - 'until')
    EXECUTE FUNCTION refuse('a row only ends');

CREATE TRIGGER document_kept BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION goes_when_forgotten('number');
CREATE TRIGGER reading_kept BEFORE DELETE ON reading FOR EACH ROW EXECUTE FUNCTION goes_when_forgotten('number');
CREATE TRIGGER claim_kept BEFORE DELETE ON claim
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row goes only with a forgetting');
CREATE TRIGGER review_kept BEFORE DELETE ON review FOR EACH ROW EXECUTE FUNCTION goes_when_forgotten('number');
CREATE TRIGGER claim_source_kept BEFORE DELETE ON claim_source
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row goes only with a forgetting');
CREATE TRIGGER claim_place_kept BEFORE DELETE ON claim_place
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row goes only with a forgetting');
CREATE TRIGGER claim_flag_kept BEFORE DELETE ON claim_flag
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row goes only with a forgetting');

CREATE TRIGGER claim_source_unchanged BEFORE UPDATE ON claim_source
    FOR EACH ROW EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER claim_place_unchanged BEFORE UPDATE ON claim_place
    FOR EACH ROW EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER claim_flag_unchanged BEFORE UPDATE ON claim_flag
    FOR EACH ROW EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER source_unchanged BEFORE UPDATE OR DELETE ON source
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row is only added');
CREATE TRIGGER place_unchanged BEFORE UPDATE OR DELETE ON place
    FOR EACH ROW EXECUTE FUNCTION only_in_forgetting('a row is only added');

-- TRUNCATE passes the triggers of rows by.
CREATE TRIGGER entry_whole BEFORE TRUNCATE ON entry EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER content_whole BEFORE TRUNCATE ON content EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER head_whole BEFORE TRUNCATE ON head EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER forgotten_whole BEFORE TRUNCATE ON forgotten EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER review_whole BEFORE TRUNCATE ON review EXECUTE FUNCTION refuse('the record is only added to');
CREATE TRIGGER document_whole BEFORE TRUNCATE ON document EXECUTE FUNCTION refuse('a row only ends');
CREATE TRIGGER reading_whole BEFORE TRUNCATE ON reading EXECUTE FUNCTION refuse('a row only ends');
CREATE TRIGGER claim_whole BEFORE TRUNCATE ON claim EXECUTE FUNCTION refuse('a row only ends');
CREATE TRIGGER claim_source_whole BEFORE TRUNCATE ON claim_source EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER claim_place_whole BEFORE TRUNCATE ON claim_place EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER claim_flag_whole BEFORE TRUNCATE ON claim_flag EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER source_whole BEFORE TRUNCATE ON source EXECUTE FUNCTION refuse('a row is only added');
CREATE TRIGGER place_whole BEFORE TRUNCATE ON place EXECUTE FUNCTION refuse('a row is only added');
