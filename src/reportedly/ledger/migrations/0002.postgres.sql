-- The same tables as in 0002.sqlite.sql, which says what they are for.

CREATE TABLE comparable (
    number BIGINT PRIMARY KEY,
    claim TEXT COLLATE "C" NOT NULL UNIQUE,
    document BIGINT NOT NULL REFERENCES document,
    rank TEXT COLLATE "C" NOT NULL,
    event TEXT COLLATE "C" NOT NULL,
    grp TEXT COLLATE "C",
    packed BYTEA NOT NULL
);
ALTER TABLE comparable ALTER COLUMN packed SET STORAGE EXTERNAL;
CREATE INDEX comparable_document ON comparable (document);
CREATE INDEX comparable_rank ON comparable (rank, claim);
CREATE INDEX comparable_event ON comparable (event);
CREATE INDEX comparable_group ON comparable (grp, rank, claim) WHERE grp IS NOT NULL;

CREATE TABLE block (
    key BIGINT NOT NULL,
    comparable BIGINT NOT NULL REFERENCES comparable ON DELETE CASCADE,
    PRIMARY KEY (key, comparable)
);
CREATE INDEX block_comparable ON block (comparable);

CREATE TABLE compared (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    document BIGINT NOT NULL,
    rules TEXT COLLATE "C"
);

CREATE TABLE unsettled_block (key BIGINT PRIMARY KEY);
CREATE TABLE unsettled_document (document BIGINT PRIMARY KEY REFERENCES document ON DELETE CASCADE);

-- Written so that no question but one that is written so is led through them.
CREATE INDEX claim_since ON claim (since, document) WHERE (until IS NULL) IS TRUE;
CREATE INDEX claim_until ON claim (until, document) WHERE (until IS NOT NULL) IS TRUE;
