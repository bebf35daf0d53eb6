use super::{Part, Pattern};

/// A value as it was written, with where it stands.
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// In bytes.
    pub(super) offset: usize,
    pub(super) length: usize,
    /// `@` stood before it.
    pub(super) folded: bool,
    /// Some of it stood in quotes, so words have no meaning.
    pub(super) quoted: bool,
    pub(super) parts: Vec<Part>,
}

impl Term {
    pub(super) fn push_letters(&mut self, letters: &str) {
        match self.parts.last_mut() {
            Some(Part::Letters(before)) => before.push_str(letters),
            _ => self.parts.push(Part::Letters(letters.to_owned())),
        }
    }

    /// The value, with its wildcards as they were written.
    pub(super) fn text(&self) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Letters(letters) => letters,
                Part::One => "?",
                Part::Many => "*",
            })
            .collect()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.quoted && !self.folded && self.text().is_empty()
    }

    pub(super) fn is_pattern(&self) -> bool {
        self.folded || self.parts.iter().any(|part| !matches!(part, Part::Letters(_)))
    }

    /// How many characters of it are letters.
    pub(super) fn letters(&self) -> usize {
        self.text().chars().count()
    }

    pub(super) fn pattern(&self, change: impl Fn(&str) -> String, folded: bool) -> Pattern {
        let change_part = |part: &Part| match part {
            Part::Letters(letters) => Part::Letters(change(letters)),
            part => part.clone(),
        };
        Pattern::new(self.parts.iter().map(change_part).collect(), folded)
    }
}
