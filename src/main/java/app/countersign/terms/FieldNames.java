package app.countersign.terms;

import java.util.Set;

/** The fields that the application knows by name and has labels for ({@code terms.field.…}). */
final class FieldNames {

    static final Set<String> KNOWN = Set.of(
            "controller.company",
            "controller.address",
            "controller.person",
            "controller.position",
            "controller.place",
            "controller.date",
            "controller.signature",
            "processor.company",
            "processor.address",
            "processor.person",
            "processor.position",
            "processor.place",
            "processor.date",
            "processor.signature",
            "contract.number",
            "contract.main-contract-date",
            "contract.effective-date");

    private FieldNames() {}
}
