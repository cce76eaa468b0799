//! `leadbridge lint`: what is wrong with question sets, and what would put it right.

use super::{name, text_of};
use crate::{
    args::Lint,
    failure::{self, Failure},
    output,
    text::{plain, word},
};
use leadbridge_domain::question::{Finding, FindingCode, Severity, lint};
use serde::Serialize;
use std::path::Path;

/// What was found in one file.
#[derive(Serialize)]
struct Report {
    file: String,
    findings: Vec<Finding>,
}

/// Examine every file. Ends with 1 when something in one is wrong, which advice is not, and with 2
/// when one can't be read at all; the others are examined all the same.
pub fn run(args: &Lint) -> Result<(), Failure> {
    let mut reports = Vec::new();
    let mut unreadable = false;
    for path in &args.files {
        match examine(path) {
            Ok(report) => {
                if !args.json {
                    print(&report)?;
                }
                reports.push(report);
            }
            Err(fault) => {
                unreadable = true;
                failure::say(&fault);
            }
        }
    }
    if args.json {
        output::json(&reports)?;
    }
    let mut findings = reports.iter().flat_map(|report| &report.findings);
    match findings.all(|finding| finding.severity == Severity::Advice) {
        _ if unreadable => Err(Failure::said_input()),
        true => Ok(()),
        false => Err(Failure::said()),
    }
}

/// What is in a file, or in one line why it is nothing to examine.
fn examine(path: &Path) -> Result<Report, String> {
    let file = name(path);
    let findings = lint(&text_of(path)?);
    match findings.iter().find(|finding| finding.code == FindingCode::NotJson) {
        Some(finding) => Err(format!("{file}: {}", finding.message)),
        None => Ok(Report { file, findings }),
    }
}

/// One line for each finding, and under it why it matters and what would help. What is quoted of
/// the file gets no control over the terminal.
fn print(report: &Report) -> Result<(), Failure> {
    for finding in &report.findings {
        let path = match finding.path.as_str() {
            "" => String::new(),
            path => format!("{path}: "),
        };
        output::line(&plain(&format!("{}: {path}{}", report.file, finding.message)))?;
        output::line(&plain(&format!("  {}: {}", word(&finding.severity), finding.why)))?;
        if let Some(fix) = &finding.fix {
            output::line(&plain(&format!("  fix: {}", fix.label)))?;
        }
    }
    Ok(())
}
