//! Mails in three languages: the words, the frame, the message to the mailer.
