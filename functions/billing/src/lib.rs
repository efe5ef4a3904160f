//! The intake: what the billing system sends us.
