//! The rules of `ARCHITECTURE.md` that a machine can hold.

use std::{
    fs,
    path::{Path, PathBuf},
};

const FEATURES: [&str; 7] =
    ["account", "auth", "billing", "changes", "invoices", "mailer", "readings"];

/// Composition roots: they may know features.
const ROOTS: [&str; 1] = ["billing"];

/// Where a crate of each kind may name the AWS SDK: at its edges with AWS.
const AWS_EDGES: [&str; 7] =
    ["store.rs", "store/", "main.rs", "bin/", "outbox", "handover", "ses.rs"];

/// Functions of a feature that are a crate of their own: they use what the
/// feature keeps, and hold its rules.
const PARTS: [&str; 1] = ["invoices/typeset"];

/// Handlers that anyone may call. Adding one here is a decision.
const PUBLIC: [&str; 9] = [
    "sign_up",
    "activate",
    "sign_in",
    "request_recovery",
    "complete_recovery",
    "accept_invitation",
    "sign_out",
    "prices",
    "calculate",
];

#[test]
fn every_module_says_what_it_is() {
    let silent = |file: &PathBuf| !text(file).starts_with("//!");
    assert_eq!(rust_files().into_iter().filter(silent).collect::<Vec<_>>(), [] as [PathBuf; 0]);
}

#[test]
fn no_module_is_long() {
    let long = |file: &PathBuf| text(file).lines().count() > 400;
    assert_eq!(rust_files().into_iter().filter(long).collect::<Vec<_>>(), [] as [PathBuf; 0]);
}

#[test]
fn the_features_are_the_folders() {
    let mut folders = folders("functions");
    folders.sort();
    assert_eq!(folders, FEATURES);
}

#[test]
fn no_feature_knows_another() {
    for feature in FEATURES.iter().filter(|feature| !ROOTS.contains(feature)) {
        for other in FEATURES.iter().filter(|other| *other != feature) {
            assert!(!depends(&format!("functions/{feature}"), other), "{feature} knows {other}");
        }
    }
}

#[test]
fn nothing_shared_knows_a_feature() {
    for library in folders("shared") {
        for feature in FEATURES {
            assert!(!depends(&format!("shared/{library}"), feature), "{library} knows {feature}");
        }
    }
}

#[test]
fn the_domain_is_pure() {
    let manifest = text(&root().join("shared/domain/Cargo.toml"));
    for impure in ["aws", "tokio", "lambda", "axum"] {
        assert!(!manifest.contains(impure), "shared/domain names {impure}");
    }
}

#[test]
fn the_sdk_is_named_at_the_edges_only() {
    let features = FEATURES.iter().filter(|feature| !ROOTS.contains(feature));
    for feature in features.chain(&PARTS) {
        let source = root().join("functions").join(feature).join("src");
        for file in files_under(&source) {
            let place = file.strip_prefix(&source).unwrap().to_string_lossy().into_owned();
            let at_edge = AWS_EDGES.iter().any(|edge| place.starts_with(edge));
            let names_it = text(&file).contains("aws_sdk_");
            assert!(at_edge || !names_it, "{feature}: {place} names the AWS SDK");
        }
    }
}

#[test]
fn axum_is_named_in_routes_only() {
    for feature in FEATURES.into_iter().chain(PARTS) {
        let source = root().join("functions").join(feature).join("src");
        for file in files_under(&source) {
            let place = file.strip_prefix(&source).unwrap().to_string_lossy().into_owned();
            let names_it = text(&file).contains("axum::");
            assert!(place.starts_with("routes") || !names_it, "{feature}: {place} names axum");
        }
    }
}

#[test]
fn nothing_scans_a_table() {
    for file in rust_files() {
        let scans = text(&file).contains(concat!(".sc", "an()"));
        assert!(!scans, "{file:?} scans a table");
    }
}

/// Each handler has `events/{feature}/{handler}.json`, where `_` is written `-`;
/// one that isn't public says who may call it, and has
/// `{handler}-signed-out.json` too.
#[test]
fn every_handler_is_tried_and_asks_who_is_calling() {
    for feature in FEATURES.into_iter().chain(PARTS) {
        let events = root().join("events").join(feature.rsplit('/').next().unwrap());
        for (handler, arguments) in handlers(feature) {
            let has = |suffix: &str| {
                events.join(format!("{}{suffix}.json", handler.replace('_', "-"))).exists()
            };
            assert!(has(""), "{feature}: no event for {handler}");
            if !PUBLIC.contains(&handler.as_str()) {
                let who = ["Session", "Viewer", "Holder", "Operator<"];
                let asks = who.iter().any(|who| arguments.contains(who));
                assert!(asks, "{feature}: {handler} lets anyone in");
                assert!(has("-signed-out"), "{feature}: {handler} isn't tried signed out");
            }
        }
    }
}

/// The name and the arguments of each documented `async fn` of the feature's
/// routes.
fn handlers(feature: &str) -> Vec<(String, String)> {
    let source = root().join("functions").join(feature).join("src");
    let routes = files_under(&source)
        .into_iter()
        .filter(|file| file.strip_prefix(&source).unwrap().to_string_lossy().starts_with("routes"));
    let mut handlers = Vec::new();
    for file in routes {
        for part in text(&file).split("#[utoipa::path").skip(1) {
            let Some((_, rest)) = part.split_once("async fn ") else { continue };
            let (name, rest) = rest.split_once('(').unwrap();
            let (arguments, _) = rest.split_once("->").unwrap();
            handlers.push((name.to_owned(), arguments.to_owned()));
        }
    }
    handlers
}

/// Whether the crate in `folder` depends on `name` for more than its tests.
fn depends(folder: &str, name: &str) -> bool {
    let manifest = text(&root().join(folder).join("Cargo.toml"));
    let (_, dependencies) = manifest.split_once("[dependencies]").unwrap();
    let dependencies = dependencies.split("\n[").next().unwrap_or_default();
    dependencies.lines().any(|line| line.split(['.', ' ', '=']).next() == Some(name))
}

fn folders(under: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(under)).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    folders.map(|entry| entry.file_name().into_string().unwrap()).collect()
}

fn rust_files() -> Vec<PathBuf> {
    let places = ["functions", "shared", "tests", "xtask"];
    places.iter().flat_map(|place| files_under(&root().join(place))).collect()
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}
