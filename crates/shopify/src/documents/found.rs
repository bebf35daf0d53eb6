/// What single records are that were asked for by their ids.
#[derive(Clone, Debug)]
pub struct Found<Record, Id> {
    /// Those that there are, whole.
    pub there: Vec<Record>,
    /// Those that the store has no more.
    pub gone: Vec<Id>,
}

impl<Record, Id> Default for Found<Record, Id> {
    fn default() -> Self {
        Self { there: Vec::new(), gone: Vec::new() }
    }
}

impl<Record, Id: Copy> Found<Record, Id> {
    /// Writes down which of those that were asked for are gone, by what was answered of each in its place. Gives what there is
    /// of the others.
    pub(in crate::documents) fn answered<Node>(&mut self, asked: &[Id], nodes: Vec<Option<Node>>) -> Vec<Node> {
        self.gone.extend(asked.iter().zip(&nodes).filter(|(_, node)| node.is_none()).map(|(id, _)| *id));
        nodes.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Found;

    #[test]
    fn what_is_answered_with_nothing_is_gone() {
        let mut found = Found::<&str, u8>::default();
        assert_eq!(found.answered(&[1, 2, 3], vec![Some("one"), None, Some("three")]), ["one", "three"]);
        assert_eq!(found.answered(&[4], vec![None::<&str>]), [""; 0]);
        assert_eq!(found.gone, [2, 4]);
    }
}
