//! The description of the HTTP API is generated from the code and checked in;
//! the web client's types come from it.
//!
//! `cargo xtask openapi` runs this test with `METERSIDE_UPDATE=1`, and it
//! writes the file instead of comparing it.

use std::{collections::BTreeMap, env, fs, path::Path};

use utoipa::openapi::{Info, OpenApi, OpenApiBuilder};

pub fn description() -> OpenApi {
    let mut info = Info::new("Meterside", env!("CARGO_PKG_VERSION"));
    info.description = Some("The HTTP API of the customer portal. See docs/api.md.".to_owned());
    let mut whole = OpenApiBuilder::new().info(info).build();
    for feature in features() {
        whole.merge(feature);
    }
    whole
}

fn features() -> [OpenApi; 6] {
    [
        account::openapi(),
        auth::openapi(),
        changes::openapi(),
        invoices::openapi(),
        invoices_typeset::openapi(),
        readings::openapi(),
    ]
}

/// Types of two features that have one name would become one.
#[test]
fn each_name_means_one_thing() {
    let mut all = BTreeMap::new();
    let mut twice = Vec::new();
    for feature in features() {
        let schemas = serde_json::to_value(feature.components).unwrap()["schemas"].take();
        for (name, schema) in schemas.as_object().cloned().unwrap_or_default() {
            if all.get(&name).is_some_and(|other| *other != schema) {
                twice.push(name.clone());
            }
            all.insert(name, schema);
        }
    }
    assert_eq!(twice, [] as [&str; 0]);
}

#[test]
fn the_description_is_the_code_s() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    let generated = description().to_pretty_json().unwrap() + "\n";
    #[expect(clippy::disallowed_methods, reason = "a switch of the test, not of the product")]
    if env::var("METERSIDE_UPDATE").is_ok() {
        fs::write(&file, &generated).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == generated, "docs/openapi.json is behind the code: run `cargo xtask openapi`");
}

#[test]
fn every_operation_says_how_it_fails() {
    for (path, item) in description().paths.paths {
        let value = serde_json::to_value(&item).unwrap();
        for (method, operation) in value.as_object().unwrap() {
            let Some(responses) = operation["responses"].as_object() else { continue };
            let anyones = ["/api/auth/", "/api/invoices/prices"];
            let anyones = anyones.iter().any(|start| path.starts_with(start));
            let public = operation["security"].is_null() && anyones;
            assert!(responses.keys().any(|status| status.starts_with('2')), "{method} {path}");
            assert!(public || responses.contains_key("401"), "{method} {path} has no 401");
            if path.contains("{customer}") {
                assert!(responses.contains_key("404"), "{method} {path} has no 404");
            }
        }
    }
}
