use serde::{Deserialize, Serialize};
use shopify_schema::API_VERSION;

/// The version that is always there and never the same.
const UNSTABLE: &str = "unstable";

/// The versions of the API that the stores serve, beside `unstable`. All of them have the same schema.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Versions {
    /// The stable ones, oldest first. A request for any other version is answered with the oldest.
    pub supported: Vec<String>,
    /// The one that comes next, which may be used already.
    #[serde(default)]
    pub candidate: Option<String>,
}

impl Default for Versions {
    /// The version that Kobling speaks with the three before it, and the next one as candidate.
    fn default() -> Self {
        let latest = quarter(API_VERSION).unwrap_or_default();
        Self { supported: (latest.saturating_sub(3)..=latest).map(name).collect(), candidate: Some(name(latest + 1)) }
    }
}

impl Versions {
    /// Whether a store can serve them; if not, why.
    pub(crate) fn check(&self) -> Result<(), String> {
        let wrong = self.supported.iter().chain(&self.candidate).find(|version| quarter(version).is_none());
        if let Some(version) = wrong {
            return Err(format!("'{version}' is no version: they look like {API_VERSION}"));
        }
        if self.supported.is_empty() {
            return Err("at least one version has to be supported".to_owned());
        }
        if !self.supported.is_sorted() {
            return Err("the supported versions are given oldest first".to_owned());
        }
        Ok(())
    }

    /// The version that a request for `asked` is answered with; nothing when it is no version at all.
    pub(crate) fn serve<'v>(&'v self, asked: &'v str) -> Option<&'v str> {
        if asked == UNSTABLE || self.supported.iter().chain(&self.candidate).any(|version| version == asked) {
            return Some(asked);
        }
        quarter(asked)?;
        self.supported.first().map(String::as_str)
    }

    /// Handle, name, and whether it is supported.
    pub(crate) fn list(&self) -> Vec<(String, String, bool)> {
        let latest = self.supported.last();
        let stable = self.supported.iter().map(|version| {
            let latest = if Some(version) == latest { " (Latest)" } else { "" };
            (version.clone(), format!("{version}{latest}"), true)
        });
        let candidate = self.candidate.iter().map(|next| (next.clone(), format!("{next} (Release candidate)"), false));
        stable.chain(candidate).chain([(UNSTABLE.to_owned(), UNSTABLE.to_owned(), false)]).collect()
    }
}

/// The quarters since the year 0; nothing for a text that is no version.
fn quarter(version: &str) -> Option<u32> {
    let (year, month) = version.split_once('-')?;
    let place = ["01", "04", "07", "10"].iter().position(|known| *known == month)?;
    let dated = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    Some(year.parse::<u32>().ok().filter(|_| dated)? * 4 + u32::try_from(place).ok()?)
}

fn name(quarter: u32) -> String {
    format!("{:04}-{:02}", quarter / 4, quarter % 4 * 3 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_versions_are_supported_and_one_is_to_come() {
        let versions = Versions { supported: vec!["2026-01".into(), "2026-04".into()], candidate: None };
        assert_eq!(quarter(&name(8_107)), Some(8_107));
        assert_eq!(Versions::default().supported.len(), 4);
        assert_eq!(Versions::default().supported.last().unwrap(), API_VERSION);
        assert_eq!(versions.serve("2026-04"), Some("2026-04"));
        assert_eq!(versions.serve("2025-10"), Some("2026-01"));
        assert_eq!(versions.serve("2027-01"), Some("2026-01"));
        assert_eq!((versions.serve("2026-05"), versions.serve("next")), (None, None));
    }
}
