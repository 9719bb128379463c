package app.countersign.importing;

import app.countersign.kernel.Reason;

/**
 * What is wrong with a cell, and what to do.
 *
 * @param row as spreadsheets count; 1 is the head
 * @param column its name; empty for the row as a whole
 * @param place where people find it: {@code B7}; empty for what is not there
 */
public record CellProblem(int row, String column, String place, Reason reason) {}
