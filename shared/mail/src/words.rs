//! The catalogues, one per language, part of the binary.

use std::sync::LazyLock;

use anyhow::{Result, anyhow, ensure};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use portal_domain::Language;
use unic_langid::LanguageIdentifier;

/// The source of a language's catalogue.
pub(crate) fn source(language: Language) -> &'static str {
    match language {
        Language::Cs => include_str!("../../../words/cs/mails.ftl"),
        Language::Pl => include_str!("../../../words/pl/mails.ftl"),
        Language::En => include_str!("../../../words/en/mails.ftl"),
    }
}

/// The words of mails in one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of `language`, read at the first mail in it.
    pub fn of(language: Language) -> &'static Self {
        static CS: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Cs));
        static PL: LazyLock<Words> = LazyLock::new(|| Words::read(Language::Pl));
        static EN: LazyLock<Words> = LazyLock::new(|| Words::read(Language::En));
        match language {
            Language::Cs => &CS,
            Language::Pl => &PL,
            Language::En => &EN,
        }
    }

    fn read(language: Language) -> Self {
        Self::parse(language, source(language))
    }

    /// The messages of `source`. What can't be read is left out; a test holds
    /// that the catalogues have none such.
    pub(crate) fn parse(language: Language, source: &str) -> Self {
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((resource, _)) => resource,
        };
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks are for mixed directions, which we have none of; in
        // a subject or a copied code they'd be a nuisance.
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Self { bundle }
    }

    /// Whether there is a message `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// The message `key`. It's an error when the message or a value that it
    /// names is missing: half a mail is worse than none.
    pub(crate) fn say(&self, key: &str, args: &FluentArgs<'_>) -> Result<String> {
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
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

    use super::*;

    /// Each message with the values that it names.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let resource = FluentResource::try_new(source(language).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{language:?}: {errors:?}"));
        let mut messages = BTreeMap::new();
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let mut names = BTreeSet::new();
            walk(message.value.as_ref().expect("a message says something"), &mut names);
            let twice = messages.insert(message.id.name.to_owned(), names);
            assert!(twice.is_none(), "{language:?}: {} stands twice", message.id.name);
        }
        messages
    }

    fn walk(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                expressed(expression, names);
            }
        }
    }

    fn expressed(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
        let (inline, variants) = match expression {
            Expression::Inline(inline) => (inline, None),
            Expression::Select { selector, variants } => (selector, Some(variants)),
        };
        match inline {
            InlineExpression::VariableReference { id } => _ = names.insert(id.name.to_owned()),
            InlineExpression::Placeable { expression } => expressed(expression, names),
            _ => {}
        }
        for variant in variants.into_iter().flatten() {
            walk(&variant.value, names);
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_values() {
        let english = messages(Language::En);
        assert!(english.contains_key("frame-contact"));
        for language in [Language::Cs, Language::Pl] {
            let messages = messages(language);
            let keys = |of: &BTreeMap<String, _>| of.keys().cloned().collect::<BTreeSet<_>>();
            let (theirs, ours) = (keys(&messages), keys(&english));
            let apart: Vec<_> = theirs.symmetric_difference(&ours).collect();
            assert!(apart.is_empty(), "{language:?} and English differ: {apart:?}");
            for (key, names) in messages {
                // Naming the utility is a matter of style.
                let own = |names: &BTreeSet<String>| {
                    names.iter().filter(|name| *name != "utility").cloned().collect::<Vec<_>>()
                };
                assert_eq!(own(&names), own(&english[&key]), "{language:?}: {key}");
            }
        }
    }

    #[test]
    fn every_mail_is_whole() {
        let messages = messages(Language::En);
        let parts = ["subject", "title", "text", "code", "button", "note"];
        for message in messages.keys().filter(|message| !message.starts_with("frame-")) {
            let (key, part) = message.rsplit_once('-').expect("a message has a part");
            assert!(parts.contains(&part), "{message} is no part of a mail");
            for needed in &parts[..3] {
                assert!(messages.contains_key(&format!("{key}-{needed}")), "{key} has no {needed}");
            }
        }
    }

    #[test]
    fn a_missing_message_or_value_is_an_error() {
        let words = Words::parse(Language::En, "hello = Good day, { $name }\n");
        let mut args = FluentArgs::new();
        assert!(words.say("hello", &args).is_err());
        assert!(words.say("farewell", &args).is_err());
        args.set("name", "Anna");
        assert_eq!(words.say("hello", &args).unwrap(), "Good day, Anna");
    }

    #[test]
    fn numbers_choose_their_form_in_each_language() {
        let say = |language, source: &str, count: u32| {
            let mut args = FluentArgs::new();
            args.set("count", count);
            Words::parse(language, source).say("codes", &args).unwrap()
        };
        let czech = "codes = { $count ->\n    [one] { $count } kód\n    [few] { $count } kódy\n   *[other] { $count } kódů\n }\n";
        assert_eq!([1, 3, 5].map(|n| say(Language::Cs, czech, n)), ["1 kód", "3 kódy", "5 kódů"]);
        let polish = "codes = { $count ->\n    [one] { $count } kod\n    [few] { $count } kody\n   *[many] { $count } kodów\n }\n";
        assert_eq!(
            [1, 22, 12].map(|n| say(Language::Pl, polish, n)),
            ["1 kod", "22 kody", "12 kodów"]
        );
    }
}
