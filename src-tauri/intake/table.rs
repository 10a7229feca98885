//! From text to rows of cells.
//!
//! A reader of its own, because a quotation mark left open must cost its row and not the rest of the file, and because
//! a cell is only ever a slice of the text: a file of 200 MB needs no second copy of itself.

use std::borrow::Cow;

/// The most bytes a cell may have.
pub(crate) const LARGEST_CELL: usize = 1024 * 1024;

/// The most columns a file may have.
pub(crate) const MOST_COLUMNS: usize = 200;

/// The most rows a file may have.
pub(crate) const MOST_ROWS: usize = 1_000_000;

/// What is wrong with the form of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    CellTooLarge,
    ExtraCells,
    UnclosedQuote,
}

/// The cells of one row.
pub(crate) type Cells<'a> = Vec<Cow<'a, str>>;

/// Reads rows one after another.
pub(crate) struct Rows<'a> {
    rest: &'a str,
    delimiter: u8,
    row: usize,
    fault: Option<Fault>,
}

/// What ended a cell.
enum End {
    Cell,
    Row,
}

impl<'a> Rows<'a> {
    pub(crate) const fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            rest: text,
            delimiter,
            row: 0,
            fault: None,
        }
    }

    /// The row last read, counted from 1 as a spreadsheet does.
    pub(crate) const fn row(&self) -> usize {
        self.row
    }

    /// What is wrong with the row last read.
    pub(crate) const fn fault(&self) -> Option<Fault> {
        self.fault
    }

    /// How many bytes are still to be read.
    pub(crate) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// Reads the next row into `cells`; false at the end. A blank line is a row without cells.
    pub(crate) fn read(&mut self, cells: &mut Cells<'a>) -> bool {
        cells.clear();
        self.fault = None;
        if self.rest.is_empty() {
            return false;
        }
        self.row += 1;
        let start = self.rest;
        if self.take_line_end() {
            return true;
        }
        loop {
            let quoted = self.rest.as_bytes().first() == Some(&b'"');
            let read = if quoted {
                self.quoted_cell()
            } else {
                Some(self.plain_cell())
            };
            let Some((cell, end)) = read else {
                // Only the line that opened the mark is lost.
                cells.clear();
                self.fault = Some(Fault::UnclosedQuote);
                self.rest = start;
                self.skip_line();
                return true;
            };
            if cell.len() > LARGEST_CELL {
                self.fault = Some(Fault::CellTooLarge);
            } else if cells.len() <= MOST_COLUMNS {
                cells.push(cell);
            } else if self.fault.is_none() && !cell.trim().is_empty() {
                self.fault = Some(Fault::ExtraCells);
            }
            match end {
                End::Cell => {}
                End::Row => return true,
            }
        }
    }

    fn plain_cell(&mut self) -> (Cow<'a, str>, End) {
        let at = memchr::memchr3(self.delimiter, b'\n', b'\r', self.rest.as_bytes())
            .unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = rest;
        (Cow::Borrowed(cell), self.take_end())
    }

    /// Reads a cell that starts with a quotation mark; none when the mark is never closed as it should be.
    fn quoted_cell(&mut self) -> Option<(Cow<'a, str>, End)> {
        let body = self.rest.get(1..)?;
        let mut from = 0;
        let mut doubled = false;
        loop {
            let at = from + memchr::memchr(b'"', body.as_bytes().get(from..)?)?;
            let after = body.as_bytes().get(at + 1).copied();
            match after {
                Some(b'"') => {
                    doubled = true;
                    from = at + 2;
                }
                None | Some(b'\n' | b'\r') => return self.close(body, at, doubled),
                Some(byte) if byte == self.delimiter => return self.close(body, at, doubled),
                Some(_) => return self.text_after_quote(body, at),
            }
        }
    }

    fn close(&mut self, body: &'a str, at: usize, doubled: bool) -> Option<(Cow<'a, str>, End)> {
        let (cell, rest) = body.split_at_checked(at)?;
        self.rest = rest.get(1..)?;
        let cell = if doubled {
            Cow::Owned(cell.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(cell)
        };
        Some((cell, self.take_end()))
    }

    /// `"Bill" Smith,…`: marks inside the line belong to the text. Over a line break, a mark was left open.
    fn text_after_quote(&mut self, body: &'a str, at: usize) -> Option<(Cow<'a, str>, End)> {
        let inside = body.get(..at)?;
        if memchr::memchr2(b'\n', b'\r', inside.as_bytes()).is_some() {
            return None;
        }
        Some(self.plain_cell())
    }

    fn take_end(&mut self) -> End {
        if self.rest.as_bytes().first() == Some(&self.delimiter) {
            self.rest = self.rest.get(1..).unwrap_or_default();
            return End::Cell;
        }
        self.take_line_end();
        End::Row
    }

    fn take_line_end(&mut self) -> bool {
        let rest = self
            .rest
            .strip_prefix("\r\n")
            .or_else(|| self.rest.strip_prefix(['\n', '\r']));
        if let Some(rest) = rest {
            self.rest = rest;
        }
        rest.is_some()
    }

    fn skip_line(&mut self) {
        let at = memchr::memchr2(b'\n', b'\r', self.rest.as_bytes()).unwrap_or(self.rest.len());
        self.rest = self.rest.get(at..).unwrap_or_default();
        self.take_line_end();
    }
}
