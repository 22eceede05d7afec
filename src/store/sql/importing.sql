-- What an import remembers.

-- name: sources.find
SELECT record_id FROM source_ref WHERE source = :source AND kind = :kind AND ref = :ref

-- name: sources.all
SELECT ref, record_id FROM source_ref WHERE source = :source AND kind = :kind

-- name: sources.put
INSERT INTO source_ref (source, kind, ref, record_id) VALUES (:source, :kind, :ref, :record_id)
ON CONFLICT (source, kind, ref) DO UPDATE SET record_id = excluded.record_id

-- name: mappings.get
SELECT mapping FROM import_mapping WHERE signature = :signature

-- name: mappings.put
INSERT INTO import_mapping (signature, mapping) VALUES (:signature, :mapping)
ON CONFLICT (signature) DO UPDATE SET mapping = excluded.mapping
