-- The catalog as the first schema (0001) left it, with one of everything. Never edit this file:
-- it stands for what owners have on disk.
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE models (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    nf4_path TEXT,
    fingerprint TEXT,
    bytes BIGINT NOT NULL,
    context_length INTEGER,
    added BIGINT NOT NULL,
    last_used BIGINT
);
CREATE TABLE voices (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    colour TEXT NOT NULL,
    description TEXT NOT NULL,
    model_name TEXT NOT NULL,
    model_fingerprint TEXT NOT NULL,
    version INTEGER REFERENCES voice_versions (id) DEFERRABLE INITIALLY DEFERRED,
    bytes INTEGER NOT NULL,
    created BIGINT NOT NULL,
    last_used BIGINT,
    trashed BIGINT
);
CREATE TABLE voice_versions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    voice INTEGER NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    targets TEXT NOT NULL,
    run INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    perplexity_before DOUBLE,
    perplexity_after DOUBLE,
    notes INTEGER NOT NULL,
    created BIGINT NOT NULL,
    UNIQUE (voice, number)
);
CREATE TABLE runs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    version INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL,
    folder TEXT NOT NULL,
    model INTEGER NOT NULL,
    model_fingerprint TEXT NOT NULL,
    options TEXT NOT NULL,
    seed BIGINT NOT NULL,
    state TEXT NOT NULL,
    step INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    seconds DOUBLE NOT NULL,
    documents INTEGER NOT NULL,
    held_out_documents INTEGER NOT NULL,
    perplexity_before DOUBLE,
    perplexity_after DOUBLE,
    problem TEXT,
    started BIGINT NOT NULL,
    updated BIGINT NOT NULL
);
CREATE TABLE run_steps (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    loss DOUBLE NOT NULL,
    held_out_loss DOUBLE,
    learning_rate DOUBLE NOT NULL,
    tokens INTEGER NOT NULL,
    seconds DOUBLE NOT NULL,
    PRIMARY KEY (run, step)
) WITHOUT ROWID;
CREATE TABLE conversations (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    titled_by_owner BOOLEAN NOT NULL,
    instruction TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    strength DOUBLE NOT NULL,
    draft TEXT NOT NULL,
    leaf INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    preview TEXT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    trashed BIGINT
);
CREATE TABLE speakers (
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    voice INTEGER NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    PRIMARY KEY (conversation, voice)
) WITHOUT ROWID;
CREATE TABLE messages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    parent INTEGER REFERENCES messages (id),
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    voice_version INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL,
    voice_name TEXT,
    colour TEXT,
    strength DOUBLE,
    model_name TEXT,
    seed BIGINT,
    tokens INTEGER,
    seconds DOUBLE,
    stop TEXT,
    created BIGINT NOT NULL
);
CREATE TABLE preferences (
    "key" TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE words (
    id INTEGER NOT NULL PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);
CREATE UNIQUE INDEX voices_by_name ON voices (name_key) WHERE trashed IS NULL;
CREATE INDEX voices_by_use ON voices (last_used, id) WHERE trashed IS NULL;
CREATE INDEX voices_by_age ON voices (created, id) WHERE trashed IS NULL;
CREATE INDEX voices_by_size ON voices (bytes, id) WHERE trashed IS NULL;
CREATE INDEX ix_runs_voice ON runs (voice);
CREATE INDEX ix_runs_version ON runs (version);
CREATE INDEX conversations_by_update ON conversations (updated, id) WHERE trashed IS NULL;
CREATE INDEX ix_conversations_voice ON conversations (voice);
CREATE INDEX ix_conversations_leaf ON conversations (leaf);
CREATE INDEX ix_speakers_voice ON speakers (voice);
CREATE INDEX ix_messages_conversation ON messages (conversation);
CREATE INDEX ix_messages_parent ON messages (parent);
CREATE INDEX messages_by_voice ON messages (voice) WHERE voice IS NOT NULL;
CREATE INDEX messages_by_version ON messages (voice_version) WHERE voice_version IS NOT NULL;
CREATE INDEX messages_unfinished ON messages (id) WHERE stop IS NULL AND author = 'assistant';
CREATE VIEW messages_folded AS SELECT id, replace(replace(text, 'ё', 'е'), 'Ё', 'Е') AS text FROM messages;
CREATE VIEW conversations_folded AS SELECT id, replace(replace(title, 'ё', 'е'), 'Ё', 'Е') AS text FROM conversations;
CREATE VIEW words_folded AS SELECT id, replace(replace(word, 'ё', 'е'), 'Ё', 'Е') AS text FROM words;
CREATE VIRTUAL TABLE messages_words USING fts5(text, content = 'messages_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE conversations_words USING fts5(text, content = 'conversations_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE VIRTUAL TABLE words_parts USING fts5(text, content = 'words_folded', content_rowid = 'id', tokenize = 'trigram');
CREATE TRIGGER messages_words_added AFTER INSERT ON messages BEGIN INSERT INTO messages_words (rowid, text) VALUES (new.id, replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER messages_words_removed AFTER DELETE ON messages BEGIN INSERT INTO messages_words (messages_words, rowid, text) VALUES ('delete', old.id, replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER messages_words_changed AFTER UPDATE OF text ON messages WHEN old.text IS NOT new.text BEGIN INSERT INTO messages_words (messages_words, rowid, text) VALUES ('delete', old.id, replace(replace(old.text, 'ё', 'е'), 'Ё', 'Е')); INSERT INTO messages_words (rowid, text) VALUES (new.id, replace(replace(new.text, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER conversations_words_added AFTER INSERT ON conversations BEGIN INSERT INTO conversations_words (rowid, text) VALUES (new.id, replace(replace(new.title, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER conversations_words_removed AFTER DELETE ON conversations BEGIN INSERT INTO conversations_words (conversations_words, rowid, text) VALUES ('delete', old.id, replace(replace(old.title, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER conversations_words_changed AFTER UPDATE OF title ON conversations WHEN old.title IS NOT new.title BEGIN INSERT INTO conversations_words (conversations_words, rowid, text) VALUES ('delete', old.id, replace(replace(old.title, 'ё', 'е'), 'Ё', 'Е')); INSERT INTO conversations_words (rowid, text) VALUES (new.id, replace(replace(new.title, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER words_parts_added AFTER INSERT ON words BEGIN INSERT INTO words_parts (rowid, text) VALUES (new.id, replace(replace(new.word, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER words_parts_removed AFTER DELETE ON words BEGIN INSERT INTO words_parts (words_parts, rowid, text) VALUES ('delete', old.id, replace(replace(old.word, 'ё', 'е'), 'Ё', 'Е')); END;
CREATE TRIGGER words_parts_changed AFTER UPDATE OF word ON words WHEN old.word IS NOT new.word BEGIN INSERT INTO words_parts (words_parts, rowid, text) VALUES ('delete', old.id, replace(replace(old.word, 'ё', 'е'), 'Ё', 'Е')); INSERT INTO words_parts (rowid, text) VALUES (new.id, replace(replace(new.word, 'ё', 'е'), 'Ё', 'Е')); END;
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO models VALUES (1, 'SmolLM2 135M', 'starter', '/models/smol.gguf', '/cache/nf4', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 98000000, 2048, 1795530563473611, NULL);
INSERT INTO voices VALUES (1, 'Anna', 'anna', 'rust', '', 'SmolLM2 135M', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 1, 1800000, 1795530563516569, NULL, NULL);
INSERT INTO voice_versions VALUES (1, 1, 1, '1', '0000000000000000000000000000000000000000000000000000000000000000', 1800000, 16, 'q_proj,v_proj', 1, 30.0, 20.0, 36, 1795530563522287);
INSERT INTO runs VALUES (1, 'Anna', 'rust', 1, 1, '/notes', 1, 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', '{"rank": 16}', 7, 'finished', 2, 2, 2000, 10.0, 36, 4, 30.0, 20.0, NULL, 1795530563483975, 1795530563533722);
INSERT INTO run_steps VALUES (1, 1, 3.1, NULL, 0.001, 1000, 5.0);
INSERT INTO run_steps VALUES (1, 2, 2.9, 2.8, 0.001, 2000, 10.0);
INSERT INTO conversations VALUES (1, 'Письма о саде', 1, 'Отвечай коротко.', 1, 1.0, 'А весной?', 2, 'In early October.', 1795530563537385, 1795530563572032, NULL);
INSERT INTO conversations VALUES (2, '', 0, '', NULL, 1.0, '', NULL, '', 1795530563580429, 1795530563580429, 1795530563589889);
INSERT INTO speakers VALUES (1, 1);
INSERT INTO messages VALUES (1, 1, NULL, 'owner', 'Когда был первый мороз?', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1795530563556306);
INSERT INTO messages VALUES (2, 1, 1, 'assistant', 'In early October.', 1, 1, 'Anna', 'rust', 1.0, 'SmolLM2 135M', 3, 4, 0.2, 'end', 1795530563572032);
INSERT INTO preferences VALUES ('last_voice', '1');
INSERT INTO words VALUES (1, 'письма');
INSERT INTO words VALUES (2, 'саде');
INSERT INTO words VALUES (3, 'когда');
INSERT INTO words VALUES (4, 'первый');
INSERT INTO words VALUES (5, 'мороз');
INSERT INTO words VALUES (6, 'early');
INSERT INTO words VALUES (7, 'october');
COMMIT;
