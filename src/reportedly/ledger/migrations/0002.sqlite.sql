-- What of the claims was compared, and which of them speak of one happening. It is worked out of what the record gives,
-- can be worked out anew at any time, and may lag behind: `compared` says how far it reaches.

CREATE TABLE comparable (
    number INTEGER PRIMARY KEY,
    claim TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document,
    rank TEXT NOT NULL,
    event TEXT NOT NULL,
    -- The first claim of the group to which it belongs; NULL until it is put into one.
    grp TEXT,
    packed BLOB NOT NULL
);
CREATE INDEX comparable_document ON comparable (document);
CREATE INDEX comparable_rank ON comparable (rank, claim);
CREATE INDEX comparable_event ON comparable (event);
CREATE INDEX comparable_group ON comparable (grp, rank, claim) WHERE grp IS NOT NULL;

-- Claims that have a block in common are compared with each other.
CREATE TABLE block (
    key INTEGER NOT NULL,
    comparable INTEGER NOT NULL REFERENCES comparable ON DELETE CASCADE,
    PRIMARY KEY (key, comparable)
) WITHOUT ROWID;
CREATE INDEX block_comparable ON block (comparable);

-- At most one row: what earlier entries changed was compared, and of entry `seq` what it changed in documents up to this
-- number, by these rules.
CREATE TABLE compared (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    document INTEGER NOT NULL,
    rules TEXT
);

-- What a forgetting leaves to be compared again, since entries do not show it.
CREATE TABLE unsettled_block (key INTEGER PRIMARY KEY);
CREATE TABLE unsettled_document (document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE);

-- Written so that no question but one that is written so is led through them.
CREATE INDEX claim_since ON claim (since, document) WHERE (until IS NULL) IS TRUE;
CREATE INDEX claim_until ON claim (until, document) WHERE (until IS NOT NULL) IS TRUE;
