//! The words of documents, one catalogue per language, part of the binary.

use std::sync::LazyLock;

use anyhow::{Result, anyhow, ensure};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use portal_domain::Language;
use unic_langid::LanguageIdentifier;

fn source(language: Language) -> &'static str {
    match language {
        Language::Cs => include_str!("../../../../words/cs/documents.ftl"),
        Language::Pl => include_str!("../../../../words/pl/documents.ftl"),
        Language::En => include_str!("../../../../words/en/documents.ftl"),
    }
}

/// The words of documents in one language.
pub(crate) struct Words {
    pub(crate) language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `language`, read at the first document in it.
    pub(crate) fn of(language: Language) -> &'static Self {
        static CS: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Cs));
        static PL: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Pl));
        static EN: LazyLock<Words> = LazyLock::new(|| Words::read(Language::En));
        match language {
            Language::Cs => &CS,
            Language::Pl => &PL,
            Language::En => &EN,
        }
    }

    /// What can't be read is left out; a test holds that the catalogues have
    /// none such.
    fn read(language: Language) -> Self {
        let resource = match FluentResource::try_new(source(language).to_owned()) {
            Ok(resource) => resource,
            Err((resource, _)) => resource,
        };
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The message `key`, which names no value.
    pub(crate) fn say(&self, key: &str) -> Result<String> {
        self.with(key, &[])
    }

    /// The message `key` with its values.
    pub(crate) fn with(&self, key: &str, values: &[(&str, &str)]) -> Result<String> {
        let values = values.iter().map(|(name, value)| (*name, FluentValue::from(*value)));
        self.format(key, &values.collect())
    }

    /// The message `key`, which chooses by a number of things.
    pub(crate) fn count(&self, key: &str, count: usize) -> Result<String> {
        self.format(key, &[("count", FluentValue::from(count))].into_iter().collect())
    }

    fn format(&self, key: &str, args: &FluentArgs<'_>) -> Result<String> {
        let message = self.bundle.get_message(key).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| anyhow!("no message {key}"))?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        ensure!(errors.is_empty(), "the message {key}: {errors:?}");
        Ok(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use fluent_syntax::ast::Entry;

    use super::*;

    /// Each message's key, and its text as far as it names values.
    fn messages(language: Language) -> BTreeMap<String, Vec<String>> {
        let resource = FluentResource::try_new(source(language).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
        let mut messages = BTreeMap::new();
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut names: Vec<String> = format!("{:?}", message.value)
                .split("VariableReference { id: Identifier { name: \"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect();
            names.sort();
            names.dedup();
            let twice = messages.insert(message.id.name.to_owned(), names);
            assert!(twice.is_none(), "{language:?}: {} stands twice", message.id.name);
        }
        messages
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_values() {
        let english = messages(Language::En);
        assert_eq!(english["conversion"], ["calorific", "coefficient"]);
        for language in [Language::Cs, Language::Pl] {
            assert_eq!(messages(language), english, "{language:?}");
        }
    }

    #[test]
    fn a_missing_message_or_value_is_an_error() {
        let words = Words::of(Language::En);
        assert!(words.say("nonsense").is_err() && words.say("title").is_err());
        assert_eq!(words.with("company-number", &[("number", "1")]).unwrap(), "Company no.: 1");
    }
}
