//! Functions that reach AWS through the proxy, or run other code, for as long
//! as a test lasts.
//!
//! The emulator tells every function its own address, whatever the function's
//! settings say. So `bootstrap` becomes two lines of shell that say another
//! address and go over into the real program. Who calls the function stays
//! direct.

use std::{fs, panic::AssertUnwindSafe, path::Path, process::Command};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use bytes::Bytes;
use futures_util::{FutureExt, future::join_all};
use http::{Method, Request};
use http_body_util::Full;
use serde_json::{Value, json};

use crate::{
    faults::Fault,
    outside::{as_root, fetch, lambda},
    portal::eventually,
    proxy::{Proxy, python},
    stack::STACK,
};

/// A function, and the program to run in its place; its own if there is none.
pub type Route<'a> = (&'a str, Option<&'a str>);

/// Does `work` while the functions go through a proxy with these faults, and
/// puts everything back whatever came of it.
pub async fn through_faults(
    faults: Vec<Fault>,
    routes: &[Route<'_>],
    work: impl AsyncFnOnce(&Proxy),
) {
    let proxy = Proxy::start(faults).await;
    let originals =
        join_all(routes.iter().map(async |(function, _)| code_of(function).await)).await;

    let all = async {
        let each = routes.iter().map(async |(function, program)| {
            let package = BASE64.encode(wrapped(function, *program, &proxy.url));
            deploy(function, &json!({ "ZipFile": package })).await;
        });
        join_all(each).await;
        work(&proxy).await;
    };
    let outcome = AssertUnwindSafe(all).catch_unwind().await;

    let each = routes.iter().zip(&originals);
    join_all(each.map(async |((function, _), original)| restore(function, original).await)).await;
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

/// What tells a function's code from any other.
async fn code_of(function: &str) -> String {
    let path = format!("{}/configuration", STACK.functions[function]);
    let answer: Value =
        serde_json::from_slice(&lambda(Method::GET, &path, Bytes::new()).await).unwrap();
    answer["CodeSha256"].as_str().unwrap_or_else(|| panic!("{function}: {answer}")).to_owned()
}

/// Puts code in a function's place, waits until it is there, and tells which it is.
async fn deploy(function: &str, code: &Value) -> String {
    let name = &STACK.functions[function];
    let answer = lambda(Method::PUT, &format!("{name}/code"), code.to_string().into()).await;
    let wanted: Value = serde_json::from_slice(&answer).unwrap();
    let wanted = wanted["CodeSha256"].as_str().unwrap_or_else(|| panic!("{function}: {wanted}"));
    eventually(&format!("{function} to be replaced"), async || {
        let path = format!("{name}/configuration");
        let now = lambda(Method::GET, &path, Bytes::new()).await;
        let now: Value = serde_json::from_slice(&now).ok()?;
        let done = now["LastUpdateStatus"] == "Successful" && now["State"] == "Active";
        (done && now["CodeSha256"] == wanted).then_some(())
    })
    .await;
    wanted.to_owned()
}

/// Puts the code `original` back, from where the stack was deployed from.
async fn restore(function: &str, original: &str) {
    let portal = STACK.functions[function].strip_suffix(function).unwrap();
    let bucket = format!("{portal}packages");
    let uri = format!("{}/{bucket}?list-type=2&prefix={function}-", STACK.aws_endpoint);
    let list = fetch(as_root("s3", Request::get(uri)).body(Full::default()).unwrap()).await;
    let list = String::from_utf8(list.to_vec()).unwrap();
    // With a kept stack there are those of earlier days too.
    for part in list.split("<Key>").skip(1) {
        let key = part.split("</Key>").next().unwrap();
        let code = json!({ "S3Bucket": bucket, "S3Key": key });
        if deploy(function, &code).await == original {
            return;
        }
    }
    panic!("{function} isn't back: none of its packages is the one it had");
}

/// A package whose program goes through the proxy.
fn wrapped(function: &str, program: Option<&str>, proxy: &str) -> Vec<u8> {
    let own = STACK.packages.join(function);
    let program = program.map_or_else(|| own.join("bootstrap"), Into::into);
    let script = format!("#!/bin/sh\nAWS_ENDPOINT_URL={proxy} exec '{}'\n", program.display());
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("bootstrap"), script).unwrap();
    fs::copy(own.join("utility.json"), folder.path().join("utility.json")).unwrap();
    zip(folder.path())
}

fn zip(folder: &Path) -> Vec<u8> {
    let to = folder.join("package.zip");
    let mut python = Command::new(python());
    python.current_dir(folder).args(["-m", "zipfile", "-c"]).arg(&to);
    assert!(python.args(["bootstrap", "utility.json"]).status().unwrap().success());
    fs::read(to).unwrap()
}
