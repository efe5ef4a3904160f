//! The messages are a promise: what was written once is read for ever, and the
//! published schemas and examples are those of the code.
//!
//! The examples stand in `events/`; `docs/billing.md` shows them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crate::{command::Command, mail::Mail, schema, update::Update};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn json(file: impl AsRef<Path>) -> Value {
    let file = root().join(file);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file:?}: {error}"))
}

/// The examples whose names begin with `kind`.
fn examples(folder: &str, kind: &str) -> BTreeMap<String, Value> {
    let names = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
    let names = names.filter_map(|name| name.into_string().ok());
    let ours = names.filter(|name| name.starts_with(kind) && name.ends_with(".json"));
    let found: BTreeMap<_, _> =
        ours.map(|name| (name.clone(), json(Path::new(folder).join(name)))).collect();
    assert!(!found.is_empty(), "{folder} has no example of {kind}");
    found
}

#[track_caller]
fn read<T: DeserializeOwned>(name: &str, example: &Value) -> T {
    T::deserialize(example).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn written_as_the_example_says<T: Serialize + DeserializeOwned>(
    examples: &BTreeMap<String, Value>,
) {
    for (name, example) in examples {
        let message: T = read(name, example);
        assert_eq!(&serde_json::to_value(message).unwrap(), example, "{name}");
    }
}

#[test]
fn a_message_is_written_as_its_example_says() {
    written_as_the_example_says::<Update>(&examples("events/billing", "update-"));
    written_as_the_example_says::<Command>(&examples("events/billing", "command-"));
    written_as_the_example_says::<Mail>(&examples("events/mailer", "mail"));
}

/// Every object of a message, by the pointer to it, maps by register or by
/// language excepted.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let maps = ["values", "consumption", "before", "names"];
            let name = at.rsplit('/').next().unwrap_or_default();
            let of_names = ["email", "street", "method", "minor"];
            if !maps.contains(&name) || of_names.iter().any(|name| members.contains_key(*name)) {
                found.push(at.to_owned());
            }
            for (name, member) in members {
                objects(member, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                objects(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

fn member_of<'a>(message: &'a mut Value, pointer: &str) -> &'a mut Map<String, Value> {
    message.pointer_mut(pointer).and_then(Value::as_object_mut).expect("an object")
}

fn unknown_members_are_ignored<T: DeserializeOwned + PartialEq + std::fmt::Debug>(
    examples: &BTreeMap<String, Value>,
) {
    for (name, example) in examples {
        let known: T = read(name, example);
        let mut places = Vec::new();
        objects(example, "", &mut places);
        for place in places {
            let mut newer = example.clone();
            let unknown = serde_json::json!({"of": ["a", "later", "version"]});
            member_of(&mut newer, &place).insert("zz_new".to_owned(), unknown);
            assert_eq!(read::<T>(&format!("{name} at {place}"), &newer), known, "{name} {place}");
        }
    }
}

#[test]
fn a_member_of_a_later_version_is_ignored() {
    unknown_members_are_ignored::<Update>(&examples("events/billing", "update-"));
    unknown_members_are_ignored::<Command>(&examples("events/billing", "command-"));
    unknown_members_are_ignored::<Mail>(&examples("events/mailer", "mail"));
}

/// The members without which a message can't be read, taken out one by one.
fn needed<T: DeserializeOwned>(examples: &BTreeMap<String, Value>) -> String {
    let mut needed = BTreeSet::new();
    for (name, example) in examples {
        let mut places = Vec::new();
        objects(example, "", &mut places);
        for place in places {
            let members = example.pointer(&place).and_then(Value::as_object).unwrap();
            for member in members.keys() {
                let mut without = example.clone();
                member_of(&mut without, &place).remove(member);
                if T::deserialize(&without).is_err() {
                    let plain: Vec<_> =
                        place.split('/').filter(|part| part.parse::<u32>().is_err()).collect();
                    let kind = name.trim_end_matches(".json");
                    needed.insert(format!("{kind}: {}/{member}", plain.join("/")));
                }
            }
        }
    }
    needed.into_iter().collect::<Vec<_>>().join("\n")
}

/// A line more here would refuse what was good before: that's no addition.
#[test]
fn what_is_required_stays_the_same() {
    insta::assert_snapshot!(
        "required-of-updates",
        needed::<Update>(&examples("events/billing", "update-"))
    );
    insta::assert_snapshot!(
        "required-of-commands",
        needed::<Command>(&examples("events/billing", "command-"))
    );
    insta::assert_snapshot!(
        "required-of-mails",
        needed::<Mail>(&examples("events/mailer", "mail"))
    );
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    for (name, schema) in schema::all() {
        let published = json(Path::new("docs/schemas").join(name));
        assert!(
            published == schema,
            "docs/schemas/{name} is old: cargo run -p portal-contracts --example schemas"
        );
    }
}

/// All names of members in a schema, or in an example.
fn names(value: &Value, of_schema: bool, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match (of_schema, name == "properties", member) {
                    (true, true, Value::Object(properties)) => {
                        found.extend(properties.keys().cloned());
                    }
                    (false, ..) => _ = found.insert(name.clone()),
                    _ => {}
                }
                names(member, of_schema, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, of_schema, found)),
        _ => {}
    }
}

#[test]
fn the_examples_show_every_member() {
    let groups =
        [("events/billing", "update-"), ("events/billing", "command-"), ("events/mailer", "mail")];
    for ((file, schema), (folder, kind)) in schema::all().into_iter().zip(groups) {
        let (mut promised, mut shown) = (BTreeSet::new(), BTreeSet::new());
        names(&schema, true, &mut promised);
        for example in examples(folder, kind).values() {
            names(example, false, &mut shown);
        }
        let missing: Vec<_> = promised.difference(&shown).collect();
        assert!(missing.is_empty(), "no example of {file} has {missing:?}");
    }
}

#[test]
fn a_decimal_is_a_string_and_nothing_else() {
    let mut update = json("events/billing/update-readings.json");
    update["body"]["readings"][1]["values"]["VT"] = serde_json::json!(812.4);
    assert!(Update::deserialize(&update).is_err());
}

#[test]
fn an_update_knows_the_name_of_its_type() {
    for (name, example) in examples("events/billing", "update-") {
        let update: Update = read(&name, &example);
        assert_eq!(example["type"], update.body.type_name(), "{name}");
    }
}

/// An example in the document has a comment before it that names its file.
#[test]
fn the_document_shows_the_examples_as_they_are() {
    let text = fs::read_to_string(root().join("docs/billing.md")).unwrap();
    let mut shown = BTreeSet::new();
    for part in text.split("<!-- ").skip(1) {
        let (file, rest) = part.split_once(" -->\n```json\n").expect("an example after its name");
        let (example, _) = rest.split_once("\n```").expect("an example has an end");
        let there = fs::read_to_string(root().join(file)).unwrap();
        assert_eq!(example, there.trim_end(), "{file}");
        shown.insert(file.trim_start_matches("events/billing/").to_owned());
    }
    let (updates, commands) =
        (examples("events/billing", "update-"), examples("events/billing", "command-"));
    let every: BTreeSet<_> = updates.into_keys().chain(commands.into_keys()).collect();
    assert_eq!(shown, every, "docs/billing.md shows every example");
}

#[test]
fn the_document_names_every_type() {
    let text = fs::read_to_string(root().join("docs/billing.md")).unwrap();
    for kind in crate::update::UpdateBody::TYPES {
        assert!(text.contains(&format!("\n#### `{kind}`\n")), "{kind}");
    }
}
