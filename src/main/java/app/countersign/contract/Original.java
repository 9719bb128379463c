package app.countersign.contract;

import app.countersign.document.StoredFile;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stored document that a stranger's file is compared with.
 *
 * @param names words of the persons and parties in it, in lower case, that are not told to whoever does not hold it
 */
record Original(StoredFile file, Verdict.Standing standing, Set<String> names) {

    private static final int SHORTEST_NAME = 2;

    static Original of(ContractDocument document, Contract contract, Optional<SignatureEvidence> evidence) {
        Optional<String> signatory = contract.processorSignature().map(ProcessorSignature::person);
        Verdict.Standing standing = new Verdict.Standing(
                contract.number(),
                document.kind(),
                contract.processor().name(),
                Optional.of(contract.controller().name()),
                document.kind().isSigned() ? signatory : Optional.empty(),
                contract.state(),
                document.madeAt(),
                contract.effectiveOn(),
                contract.endsOn());
        return new Original(
                new StoredFile(document.sha256(), document.size()), standing, names(contract, evidence, signatory));
    }

    private static Set<String> names(
            Contract contract, Optional<SignatureEvidence> evidence, Optional<String> signatory) {
        Stream<String> page = contract.page().stream()
                .flatMap(p -> Stream.of(p.company(), p.address(), p.person(), p.position(), p.place()));
        Stream<String> known = Stream.of(
                contract.controller().name(),
                contract.controller().address(),
                signatory.orElse(""),
                evidence.flatMap(SignatureEvidence::text).orElse(""),
                evidence.flatMap(SignatureEvidence::provenEmail).orElse(""));
        return Stream.concat(page, known)
                .filter(text -> text != null)
                .flatMap(text -> words(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether that piece of text says a word of a person or party. */
    boolean names(String piece) {
        return words(piece).stream().anyMatch(names::contains);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_NAME)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
