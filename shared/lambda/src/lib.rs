//! The edge with AWS Lambda: start-up, configuration, sessions, errors, JSON, queues, streams, logs.
