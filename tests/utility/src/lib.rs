//! A synthetic utility: its customers, meters and years of readings, and its billing system at the other end of both queues.
