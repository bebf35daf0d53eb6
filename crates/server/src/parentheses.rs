//! The form in which Business Central addresses a record, `salesOrders(<id>)/Microsoft.NAV.post`, as this API's own.

use axum::http::{Request, Uri};

use crate::openapi::BASE;

/// How a bound action begins in Business Central.
const FOREIGN_ACTION: &str = "Microsoft.NAV.";
/// How it begins here.
const ACTION: &str = "Kobling.";

/// Marks a request that was made in that form of an action, and expects Business Central's answer: none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Foreign;

/// Rewrites the path of a request in that form; leaves every other request as it is.
pub(crate) fn rewrite<B>(mut request: Request<B>) -> Request<B> {
    if let Some(path) = own_form(request.uri().path()) {
        if request.uri().path().contains(FOREIGN_ACTION) {
            request.extensions_mut().insert(Foreign);
        }
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        if let Ok(uri) = format!("{path}{query}").parse::<Uri>() {
            *request.uri_mut() = uri;
        }
    }
    request
}

/// The path in this API's form, when it is in the other.
fn own_form(path: &str) -> Option<String> {
    let rest = path.strip_prefix(BASE)?;
    let decoded = rest.replace("%28", "(").replace("%29", ")").replace("%27", "'");
    let segments = decoded.split('/').map(segment).collect::<Vec<_>>().join("/");
    (segments != rest).then(|| format!("{BASE}{segments}"))
}

fn segment(segment: &str) -> String {
    if let Some(action) = segment.strip_prefix(FOREIGN_ACTION) {
        return format!("{ACTION}{action}");
    }
    match segment.strip_suffix(')').and_then(|segment| segment.split_once('(')) {
        Some((set, key)) if !set.is_empty() && !key.is_empty() => format!("{set}/{}", key.trim_matches('\'')),
        _ => segment.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_in_parentheses_becomes_a_segment() {
        let rewritten = |path| own_form(path);
        assert_eq!(
            rewritten("/api/v1/salesOrders(1)/salesOrderLines"),
            Some("/api/v1/salesOrders/1/salesOrderLines".into())
        );
        assert_eq!(
            rewritten("/api/v1/jobQueueEntries%281%29/Microsoft.NAV.restart"),
            Some("/api/v1/jobQueueEntries/1/Kobling.restart".into())
        );
        assert_eq!(rewritten("/api/v1/items('1')"), Some("/api/v1/items/1".into()));
    }

    #[test]
    fn other_paths_stay_as_they_are() {
        assert_eq!(own_form("/api/v1/salesOrders/1/Kobling.post"), None);
        assert_eq!(own_form("/assets/a(1).js"), None);
        assert_eq!(own_form("/api/v1/items()"), None);
    }

    #[test]
    fn the_query_is_kept() {
        let request = Request::builder().uri("/api/v1/items(1)?$select=number").body(()).unwrap();
        assert_eq!(rewrite(request).uri(), "/api/v1/items/1?$select=number");
    }
}
