//! The operators' work list, decisions, the hand-over to billing and its outcome.
