package app.countersign.contract;

import java.util.Optional;

/**
 * A contract that was concluded elsewhere, to be taken in.
 *
 * @param contract between whom, in which language, and to whom mails go
 * @param revision of the template whose terms it follows; that on offer if empty
 */
public record PaperContract(NewContract contract, Optional<Integer> revision, PaperEntry paper) {}
