-- The record: what came in, what was read in it, what people said of it. Rows are only ever added.

CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT,
    at TEXT NOT NULL,
    content_sha256 BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX entry_subject ON entry (subject, seq) WHERE subject IS NOT NULL;

CREATE TABLE content (
    seq INTEGER PRIMARY KEY REFERENCES entry,
    packed BLOB NOT NULL
);

-- One row: where the record ends. Without it the last rows could be cut off unseen.
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash BLOB NOT NULL);
INSERT INTO head VALUES (1, 0, zeroblob(32));

CREATE TABLE forgotten (
    seq INTEGER PRIMARY KEY REFERENCES entry,
    forgetting INTEGER NOT NULL REFERENCES entry
);

-- What is found by: made from the record, and checked against it by `reportedly verify`.
-- A row stands from entry `since` until entry `until`, NULL while it still does.

CREATE TABLE document (
    number INTEGER PRIMARY KEY REFERENCES entry,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    raw_sha256 TEXT,
    outlet TEXT,
    url TEXT,
    title TEXT,
    locator TEXT,
    language TEXT,
    published TEXT,
    captured_at TEXT,
    capture TEXT,
    replaces INTEGER REFERENCES entry,
    until INTEGER
);
CREATE INDEX document_locator ON document (locator, outlet) WHERE locator IS NOT NULL;
CREATE INDEX document_raw ON document (raw_sha256) WHERE raw_sha256 IS NOT NULL;
CREATE INDEX document_published ON document (published, number);
CREATE INDEX document_outlet ON document (outlet, number);
CREATE INDEX document_replaces ON document (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE reading (
    number INTEGER PRIMARY KEY REFERENCES entry,
    document INTEGER NOT NULL REFERENCES document,
    made_by TEXT NOT NULL,
    until INTEGER
);
CREATE INDEX reading_document ON reading (document, number);

CREATE TABLE claim (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES document,
    reading INTEGER NOT NULL REFERENCES reading,
    place_in_reading INTEGER NOT NULL,
    since INTEGER NOT NULL REFERENCES entry,
    until INTEGER,
    kind TEXT NOT NULL,
    polarity TEXT NOT NULL,
    certainty TEXT NOT NULL,
    tense TEXT NOT NULL,
    presupposed INTEGER NOT NULL,
    depth INTEGER NOT NULL,
    verdict TEXT,
    corrected INTEGER NOT NULL,
    outlet TEXT,
    language TEXT,
    published TEXT,
    earliest TEXT,
    latest TEXT,
    is_long INTEGER NOT NULL,
    words TEXT NOT NULL
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
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX source_folded ON source (folded);

-- Each name from each of its words on, so that a source is found by the beginning of any.
CREATE TABLE source_name (
    ending TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
    PRIMARY KEY (ending, source)
) WITHOUT ROWID;
CREATE INDEX source_name_source ON source_name (source);

CREATE TABLE claim_source (
    claim INTEGER NOT NULL REFERENCES claim,
    chain INTEGER NOT NULL,
    link INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES source,
    type TEXT NOT NULL,
    identity TEXT NOT NULL,
    side TEXT,
    is_origin INTEGER NOT NULL,
    PRIMARY KEY (claim, chain, link)
) WITHOUT ROWID;
CREATE INDEX claim_source_source ON claim_source (source, claim);
CREATE INDEX claim_source_side ON claim_source (side, claim) WHERE side IS NOT NULL;

CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    bones TEXT,
    gazetteer_id TEXT,
    lat REAL,
    lon REAL,
    country TEXT
);
CREATE INDEX place_folded ON place (folded);
CREATE INDEX place_bones ON place (bones) WHERE bones IS NOT NULL;
CREATE INDEX place_gazetteer ON place (gazetteer_id) WHERE gazetteer_id IS NOT NULL;
CREATE VIRTUAL TABLE place_box USING rtree (number, south, north, west, east);

CREATE TABLE claim_place (
    claim INTEGER NOT NULL REFERENCES claim,
    nth INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES place,
    role TEXT NOT NULL,
    PRIMARY KEY (claim, nth)
) WITHOUT ROWID;
CREATE INDEX claim_place_place ON claim_place (place, claim, role);

CREATE TABLE claim_flag (
    claim INTEGER NOT NULL REFERENCES claim,
    code TEXT NOT NULL,
    PRIMARY KEY (claim, code)
) WITHOUT ROWID;
CREATE INDEX claim_flag_code ON claim_flag (code, claim);

CREATE TABLE review (
    number INTEGER NOT NULL REFERENCES entry,
    subject TEXT NOT NULL,
    action TEXT NOT NULL,
    PRIMARY KEY (subject, number)
) WITHOUT ROWID;

-- Words as they are looked for: folded, each once.
CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, bones TEXT);
CREATE INDEX word_bones ON word (bones) WHERE bones IS NOT NULL;
CREATE VIRTUAL TABLE word_trigram USING fts5 (padded, content = '', detail = 'none', tokenize = 'trigram');
CREATE VIRTUAL TABLE document_words USING fts5 (words, content = '', prefix = '3', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE claim_words USING fts5 (
    words, content = 'claim', content_rowid = 'number', prefix = '3', tokenize = 'unicode61 remove_diacritics 0'
);

-- What `reportedly watch` remembers of an address, so that it asks only for what is new. No part of the record.
CREATE TABLE watched (url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT, checked_at TEXT NOT NULL);

-- The record forbids itself to be changed. What comes is looked at too: INSERT OR REPLACE deletes without asking
-- the triggers of DELETE.

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT seq + 1 FROM head) OR NEW.previous IS NOT (SELECT hash FROM head)
    OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'an entry must follow the last one'); END;
CREATE TRIGGER entry_moves_head AFTER INSERT ON entry
BEGIN UPDATE head SET seq = NEW.seq, hash = NEW.hash; END;
CREATE TRIGGER head_only_follows BEFORE UPDATE ON head
WHEN NEW.seq IS NOT OLD.seq + 1 OR NOT EXISTS (SELECT 1 FROM entry WHERE seq = NEW.seq AND hash = NEW.hash)
BEGIN SELECT raise(ABORT, 'the head only follows the record'); END;
CREATE TRIGGER head_is_there BEFORE INSERT ON head
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER head_stays BEFORE DELETE ON head
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER content_comes BEFORE INSERT ON content
WHEN NEW.seq IS NOT (SELECT seq FROM head) OR EXISTS (SELECT 1 FROM content WHERE seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'content comes with its entry'); END;
CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER content_kept BEFORE DELETE ON content
WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE seq = OLD.seq)
BEGIN SELECT raise(ABORT, 'content goes only with a forgetting'); END;
CREATE TRIGGER forgotten_for_a_reason BEFORE INSERT ON forgotten
WHEN NOT EXISTS (SELECT 1 FROM head JOIN entry USING (seq) WHERE seq = NEW.forgetting AND kind = 'forgetting')
    OR EXISTS (SELECT 1 FROM forgotten WHERE seq = NEW.seq)
BEGIN SELECT raise(ABORT, 'content goes only with a forgetting'); END;
CREATE TRIGGER forgotten_unchanged BEFORE UPDATE ON forgotten
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER forgotten_kept BEFORE DELETE ON forgotten
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER review_comes_once BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM review WHERE subject = NEW.subject AND number = NEW.number)
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER review_unchanged BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;

-- What is found by only ever comes and ends; a forgetting alone may take it out, and put in its place what is left.

CREATE TRIGGER document_comes_once BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE number = NEW.number OR id = NEW.id OR sha256 = NEW.sha256)
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER reading_comes_once BEFORE INSERT ON reading
WHEN EXISTS (SELECT 1 FROM reading WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER claim_comes_once BEFORE INSERT ON claim
WHEN EXISTS (SELECT 1 FROM claim WHERE number = NEW.number)
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER source_comes_once BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM source WHERE number = NEW.number OR id = NEW.id)
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER place_comes_once BEFORE INSERT ON place
WHEN EXISTS (SELECT 1 FROM place WHERE number = NEW.number OR id = NEW.id)
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER claim_source_comes_once BEFORE INSERT ON claim_source
WHEN EXISTS (SELECT 1 FROM claim_source WHERE (claim, chain, link) = (NEW.claim, NEW.chain, NEW.link))
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER claim_place_comes_once BEFORE INSERT ON claim_place
WHEN EXISTS (SELECT 1 FROM claim_place WHERE (claim, nth) = (NEW.claim, NEW.nth))
BEGIN SELECT raise(ABORT, 'a row is only added'); END;

CREATE TRIGGER document_ends BEFORE UPDATE ON document
WHEN (OLD.until IS NOT NULL OR NEW.until IS NULL
    OR (NEW.number, NEW.id, NEW.sha256, NEW.raw_sha256, NEW.outlet, NEW.url, NEW.title, NEW.locator, NEW.language,
        NEW.published, NEW.captured_at, NEW.capture, NEW.replaces)
    IS NOT (OLD.number, OLD.id, OLD.sha256, OLD.raw_sha256, OLD.outlet, OLD.url, OLD.title, OLD.locator, OLD.language,
        OLD.published, OLD.captured_at, OLD.capture, OLD.replaces))
    AND (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER reading_ends BEFORE UPDATE ON reading
WHEN OLD.until IS NOT NULL OR NEW.until IS NULL
    OR (NEW.number, NEW.document, NEW.made_by) IS NOT (OLD.number, OLD.document, OLD.made_by)
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER claim_ends BEFORE UPDATE ON claim
WHEN OLD.until IS NOT NULL OR NEW.until IS NULL
    OR (NEW.number, NEW.id, NEW.document, NEW.reading, NEW.place_in_reading, NEW.since, NEW.kind, NEW.polarity,
        NEW.certainty, NEW.tense, NEW.presupposed, NEW.depth, NEW.verdict, NEW.corrected, NEW.outlet, NEW.language,
        NEW.published, NEW.earliest, NEW.latest, NEW.words)
    IS NOT (OLD.number, OLD.id, OLD.document, OLD.reading, OLD.place_in_reading, OLD.since, OLD.kind, OLD.polarity,
        OLD.certainty, OLD.tense, OLD.presupposed, OLD.depth, OLD.verdict, OLD.corrected, OLD.outlet, OLD.language,
        OLD.published, OLD.earliest, OLD.latest, OLD.words)
BEGIN SELECT raise(ABORT, 'a row only ends'); END;
CREATE TRIGGER source_unchanged BEFORE UPDATE ON source
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER place_unchanged BEFORE UPDATE ON place
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER claim_source_unchanged BEFORE UPDATE ON claim_source
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER claim_place_unchanged BEFORE UPDATE ON claim_place
BEGIN SELECT raise(ABORT, 'a row is only added'); END;
CREATE TRIGGER claim_flag_unchanged BEFORE UPDATE ON claim_flag
BEGIN SELECT raise(ABORT, 'a row is only added'); END;

CREATE TRIGGER document_kept BEFORE DELETE ON document
WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE seq = OLD.number)
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER reading_kept BEFORE DELETE ON reading
WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE seq = OLD.number)
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER claim_kept BEFORE DELETE ON claim
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER review_kept BEFORE DELETE ON review
WHEN NOT EXISTS (SELECT 1 FROM forgotten WHERE seq = OLD.number)
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER claim_source_kept BEFORE DELETE ON claim_source
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER claim_place_kept BEFORE DELETE ON claim_place
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER claim_flag_kept BEFORE DELETE ON claim_flag
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER source_kept BEFORE DELETE ON source
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
CREATE TRIGGER place_kept BEFORE DELETE ON place
WHEN (SELECT kind FROM head JOIN entry USING (seq)) IS NOT 'forgetting'
BEGIN SELECT raise(ABORT, 'a row goes only with a forgetting'); END;
