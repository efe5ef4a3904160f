//! `ARCHITECTURE.md` says of each route who may call it and how many calls to
//! AWS it makes; here it is held to that.

use std::{collections::BTreeMap, fs, path::Path};

/// A row of the table of routes.
#[derive(Debug)]
struct Row {
    route: String,
    handler: String,
    /// Calls to AWS of the plain event of that handler.
    calls: usize,
}

/// The rows `| METHOD path | handler | who | calls |`, the address under `/api`.
fn rows() -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ARCHITECTURE.md");
    let page = fs::read_to_string(file).unwrap();
    let methods = ["GET ", "POST ", "PUT ", "DELETE "];
    let cells = page.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let routes = cells.filter(|cells| {
        cells.len() == 6
            && methods.iter().any(|method| cells[1].trim_matches('`').starts_with(method))
    });
    routes
        .map(|cells| Row {
            route: cells[1].trim_matches('`').replace(' ', " /api/"),
            handler: cells[2].trim_matches('`').to_owned(),
            calls: cells[4].split(' ').next().unwrap().parse().unwrap(),
        })
        .collect()
}

#[test]
fn the_table_of_routes_is_whole() {
    let mut described = BTreeMap::new();
    for (path, item) in super::openapi::description().paths.paths {
        for (method, operation) in serde_json::to_value(&item).unwrap().as_object().unwrap() {
            if let Some(id) = operation["operationId"].as_str() {
                let route = format!("{} {path}", method.to_uppercase());
                described.insert(route, id.split_once('_').unwrap().1.to_owned());
            }
        }
    }
    let rows = rows().into_iter().map(|row| (row.route, row.handler)).collect::<BTreeMap<_, _>>();
    assert_eq!(rows, described);
}

#[tokio::test]
async fn each_route_keeps_its_budget() {
    let mut wrong = Vec::new();
    for Row { route, handler, calls } in rows() {
        let event = handler.replace('_', "-");
        let feature = route.split('/').nth(2).unwrap();
        let (status, made) = match feature {
            "account" => super::account::tried(&event).await,
            "auth" => super::auth::tried(&event).await,
            "changes" => super::changes::tried(&event).await,
            "invoices" => super::invoices::tried(&event).await,
            "readings" => super::readings::tried(&event).await,
            "typeset" => super::typeset::tried(&event).await,
            other => panic!("no feature is called {other}"),
        };
        if made != calls || status >= 500 {
            wrong.push(format!("{route}: {status} after {made} calls, not {calls}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
