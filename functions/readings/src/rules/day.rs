//! R02: a day on which the meter could be read. R05: one reading a day.

use super::{
    Case,
    finding::{Code, Finding, Severity},
};
use crate::reading::Kind;

pub(super) fn findings(case: Case<'_>) -> Vec<Finding> {
    let findings = [possible(case), same_day(case), window(case)];
    findings.into_iter().flatten().collect()
}

/// R02: not in the future, not before the meter was there, not before what
/// was billed.
fn possible(case: Case<'_>) -> Option<Finding> {
    let day = case.claim.read_on;
    let refused = |reason| Some(Finding::new(Code::R02, Severity::Refuse, reason));
    if day > case.today {
        return refused("in_future");
    }
    if day < case.meter.installed_on {
        return refused("before_installation")
            .map(|finding| finding.with("installed_on", case.meter.installed_on));
    }
    let billed = case.history.iter().find(|reading| reading.is_billed())?;
    if day < billed.read_on {
        return refused("before_billed").map(|finding| finding.with("billed_on", billed.read_on));
    }
    None
}

/// R05: a billed reading stands; another one may be corrected by an operator;
/// an estimate gives way.
fn same_day(case: Case<'_>) -> Option<Finding> {
    let mut same = case.history.iter().filter(|reading| reading.read_on == case.claim.read_on);
    let reading = same.next()?;
    let (severity, reason) = match reading.kind {
        _ if reading.is_billed() => (Severity::Refuse, "billed"),
        Kind::Estimated => (Severity::Info, "replaces_estimate"),
        _ => (Severity::Operator, "correction"),
    };
    Some(Finding::new(Code::R05, severity, reason).with("read_on", reading.read_on))
}

/// R02: outside the window a reading is kept for information.
fn window(case: Case<'_>) -> Option<Finding> {
    let window = case.meter.window?;
    if (window.from..=window.to).contains(&case.claim.read_on) {
        return None;
    }
    let finding = Finding::new(Code::R02, Severity::Info, "outside_window");
    Some(finding.with("from", window.from).with("to", window.to))
}
