//! In which of the ways that a file is kept a client takes it.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;

/// How the built web UI keeps its files beside the plain ones, the smallest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// `x.js.br`; browsers take it over HTTPS and from the machine itself.
    Brotli,
    /// `x.js.gz`.
    Gzip,
}

impl Encoding {
    pub(crate) const ALL: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What it adds to the name of a file.
    pub(crate) const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }

    /// Those that a client takes and does not like less than the plain file, the best liked first; of equals the
    /// smaller one.
    pub(crate) fn accepted(headers: &HeaderMap) -> Vec<Self> {
        let plain = weight(headers, "identity").unwrap_or_default();
        let weighed = Self::ALL.map(|encoding| {
            let weight = weight(headers, encoding.name()).or_else(|| weight(headers, "*"));
            (encoding, weight.unwrap_or_default())
        });
        let mut accepted: Vec<_> =
            weighed.into_iter().filter(|(_, weight)| *weight > 0.0 && *weight >= plain).collect();
        accepted.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        accepted.into_iter().map(|(encoding, _)| encoding).collect()
    }
}

/// How much a client likes an encoding that it names: from 0, not at all, to 1. What can't be read is not taken.
fn weight(headers: &HeaderMap, name: &str) -> Option<f32> {
    let values = headers.get_all(ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    let mut parts = values.flat_map(|value| value.split(',')).map(|part| part.split(';').map(str::trim));
    let mut named = parts.find_map(|mut part| part.next()?.eq_ignore_ascii_case(name).then_some(part))?;
    let weight = named.find_map(|parameter| parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q=")));
    Some(weight.map_or(1.0, |weight| weight.trim().parse().unwrap_or_default()))
}
