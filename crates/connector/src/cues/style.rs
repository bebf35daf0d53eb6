use serde::{Deserialize, Serialize};

/// How a number is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// How the numbers of a cue are to be taken, by three ranges, as on BC's page "Set Up Cues".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranges {
    /// Below this number the low style holds.
    pub threshold1: u32,
    /// Above this number the high style holds; from the one to the other, the middle style.
    pub threshold2: u32,
    /// For few.
    pub low_range_style: Style,
    /// For some.
    pub middle_range_style: Style,
    /// For many.
    pub high_range_style: Style,
}

impl Ranges {
    /// All is well below the first threshold, and needs a person above the second.
    pub(super) const fn warning(threshold1: u32, threshold2: u32) -> Self {
        Self {
            threshold1,
            threshold2,
            low_range_style: Style::Favorable,
            middle_range_style: Style::Ambiguous,
            high_range_style: Style::Unfavorable,
        }
    }

    /// All is well only where there is none; else this style.
    pub(super) const fn none_or(style: Style) -> Self {
        Self { middle_range_style: style, high_range_style: style, ..Self::warning(1, 5) }
    }

    /// How this number is to be taken.
    pub fn style(&self, count: u64) -> Style {
        if count < u64::from(self.threshold1) {
            self.low_range_style
        } else if count <= u64::from(self.threshold2) {
            self.middle_range_style
        } else {
            self.high_range_style
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_holds_in_its_range() {
        let ranges = Ranges::warning(1, 5);
        let styles = [0, 1, 5, 6].map(|count| ranges.style(count));
        assert_eq!(styles, [Style::Favorable, Style::Ambiguous, Style::Ambiguous, Style::Unfavorable]);
    }
}
