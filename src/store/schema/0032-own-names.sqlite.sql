-- Own names: a register in a file has no server that says who somebody is, so there is nothing to do.

-- Older programs read on.
