//! Sends mails from the mail queue by SES, each once.
