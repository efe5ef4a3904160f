//! The messages as JSON Schemas (draft 2020-12), as they are published in
//! `docs/schemas`.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Value, json};

use crate::{command::Command, mail::Mail, update::Update};

/// The published schemas, each with its file's name.
pub fn all() -> [(&'static str, Value); 3] {
    // Who writes a message needs to know what must be in it; who reads one,
    // what may be.
    let written = SchemaSettings::draft2020_12();
    let read = SchemaSettings::draft2020_12().for_serialize();
    [
        ("update.schema.json", schema::<Update>(written)),
        ("command.schema.json", schema::<Command>(read.clone())),
        ("mail.schema.json", schema::<Mail>(read)),
    ]
}

fn schema<T: JsonSchema>(settings: SchemaSettings) -> Value {
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    only_exact_decimals(&mut schema);
    schema
}

/// A decimal is a string: a JSON number would go through floating point on
/// somebody's way, and is refused when read.
fn only_exact_decimals(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let (Some(_), Some(Value::Array(types))) =
                (members.get("pattern").cloned(), members.get_mut("type"))
            {
                types.retain(|name| name != "number");
                members.insert("pattern".to_owned(), json!(r"^-?\d+(\.\d+)?$"));
            }
            members.values_mut().for_each(only_exact_decimals);
        }
        Value::Array(values) => values.iter_mut().for_each(only_exact_decimals),
        _ => {}
    }
}
