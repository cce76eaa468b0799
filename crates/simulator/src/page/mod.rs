//! The pages for people, which both simulators have: their frame, their looks and their little script.

use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What visitors write is shown on these pages. It is escaped; and should that ever be forgotten, nothing in it runs.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The files every page needs.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/_simulator/page.css", get(|| async { file("text/css", STYLE) }))
        .route("/_simulator/page.js", get(|| async { file("text/javascript", SCRIPT) }))
}

fn file(media_type: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, media_type)], text).into_response()
}

/// A whole page. `main` is HTML; what comes from outside in it must have gone through [`escape`].
pub(crate) fn page(title: &str, main: &str) -> Response {
    let title = escape(title);
    let html = format!(
        r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="/_simulator/page.css">
<script src="/_simulator/page.js" defer></script>
<header><h1>{title}</h1></header>
<main>
{main}</main>
</html>
"#
    );
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
}

/// A row of numbers with their names.
pub(crate) fn figures(figures: &[(&str, String)]) -> String {
    let mut html = String::from("<dl class=\"figures\">\n");
    for (name, value) in figures {
        let (name, value) = (escape(name), escape(value));
        // Writing into a string cannot fail.
        writeln!(html, "<div><dt>{name}</dt><dd>{value}</dd></div>").unwrap_or_default();
    }
    html + "</dl>\n"
}

/// Text as HTML shows it, in an element or in a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_of_html_is_left() {
        assert_eq!(
            escape("<a href=\"x\" id='y'>&"),
            "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;"
        );
    }
}
