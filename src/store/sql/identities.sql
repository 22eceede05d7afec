-- Identity codes and accounts of people who are paid: whole only for whoever sees to fees, for all
-- others their ends.

-- name: identities.get
SELECT * FROM pay_identity WHERE person_id = :person_id AND :sees_identity = 1

-- name: identities.masked
SELECT version, substr(identity_code, 1, 6) || '-****' AS identity_code,
       '**** ' || substr(account, length(account) - 3) AS account
  FROM pay_identity WHERE person_id = :person_id

-- name: identities.add
INSERT INTO pay_identity (person_id, identity_code, account)
VALUES (:person_id, :identity_code, :account) RETURNING id

-- name: identities.save
UPDATE pay_identity
   SET version = version + 1, identity_code = :identity_code, account = :account
 WHERE id = :id AND version = :version

-- name: identities.drop
DELETE FROM pay_identity WHERE id = :id AND version = :version

-- Who is in the register as another person: perhaps somebody is there twice.
-- name: identities.count-others
SELECT count(*)
  FROM pay_identity AS x JOIN person AS p ON p.id = x.person_id
 WHERE x.identity_code = :identity_code AND x.person_id <> :person_id AND p.removed_at = 0

-- name: identities.count
SELECT count(identity_code) AS n_codes, count(account) AS n_accounts FROM pay_identity

-- name: identities.drop-all
DELETE FROM pay_identity

-- name: identities.of-batch
SELECT x.* FROM pay_identity AS x
 WHERE :sees_identity = 1
   AND x.person_id IN (SELECT f.person_id FROM fee_line AS f WHERE f.batch_id = :batch_id)
 ORDER BY x.person_id
