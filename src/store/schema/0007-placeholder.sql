-- Nothing: the number belongs to a step that comes from elsewhere.
SELECT 1;
