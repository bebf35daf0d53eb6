/// Rows in one statement, at most: more gain little.
const ROWS: usize = 500;
/// Values in one statement, at most: SQLite takes 32,766.
const VALUES: usize = 32_000;

/// The rows that a table has gained.
pub struct Table<V> {
    pub name: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<V>>,
}

/// How many rows there are.
pub fn count<V>(tables: &[Table<V>]) -> usize {
    tables.iter().map(|table| table.rows.len()).sum()
}

impl<V> Table<V> {
    /// The rows of one of so many transactions: those of one document, as near as may be, for they came in the order of
    /// the documents.
    pub fn dealt(&self, at: usize, transactions: usize) -> &[Vec<V>] {
        let upto = |at: usize| self.rows.len() * at / transactions;
        self.rows.get(upto(at)..upto(at + 1)).unwrap_or_default()
    }

    /// The rows, as many together as one statement takes.
    pub fn chunks<'a>(&self, rows: &'a [Vec<V>]) -> impl Iterator<Item = &'a [Vec<V>]> {
        rows.chunks(ROWS.min(VALUES / self.columns.len().max(1)))
    }

    /// A statement that inserts so many rows; `placeholder` gives the n-th value, from 1.
    pub fn statement(&self, rows: usize, placeholder: impl Fn(usize) -> String) -> String {
        let columns = self.columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let width = self.columns.len();
        let row = |row: usize| {
            let values = (1..=width).map(|column| placeholder(row * width + column)).collect::<Vec<_>>().join(", ");
            format!("({values})")
        };
        let values = (0..rows).map(row).collect::<Vec<_>>().join(", ");
        format!("INSERT INTO \"{}\" ({columns}) VALUES {values}", self.name)
    }
}
