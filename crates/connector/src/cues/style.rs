use serde::Serialize;

/// How a number is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Style {
    /// All is well.
    Favorable,
    /// It needs a look.
    Ambiguous,
    /// It needs a person.
    Unfavorable,
    /// It is there for information.
    Subordinate,
}

/// From which numbers on a cue has which style.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thresholds {
    /// From here on it is no longer [`Style::Favorable`].
    pub(super) looked_at: u64,
    /// From here on it is [`Style::Unfavorable`].
    pub(super) bad: u64,
}

impl Thresholds {
    pub(super) fn style(self, count: u64) -> Style {
        match count {
            count if count >= self.bad => Style::Unfavorable,
            count if count >= self.looked_at => Style::Ambiguous,
            _ => Style::Favorable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_begins_at_its_threshold() {
        let thresholds = Thresholds { looked_at: 1, bad: 6 };
        let styles = [0, 1, 5, 6].map(|count| thresholds.style(count));
        assert_eq!(styles, [Style::Favorable, Style::Ambiguous, Style::Ambiguous, Style::Unfavorable]);
    }
}
