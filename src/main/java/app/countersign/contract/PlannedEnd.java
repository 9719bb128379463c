package app.countersign.contract;

import app.countersign.terms.Term;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a declaration leads to.
 *
 * @param lastDay of the contract
 * @param term that says so; empty for a violation, where the contract has no words of its own about it
 * @param insteadOf the day on which it would have ended so far
 */
public record PlannedEnd(LocalDate lastDay, Optional<Term> term, Optional<LocalDate> insteadOf) {}
