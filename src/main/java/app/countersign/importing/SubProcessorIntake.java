package app.countersign.importing;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import app.countersign.party.LegalName;
import app.countersign.party.Organisation;
import app.countersign.party.OrganisationDetails;
import app.countersign.subprocessor.Basis;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.EngagementDetails;
import app.countersign.subprocessor.Engaging;
import app.countersign.subprocessor.Personal;
import app.countersign.subprocessor.RegisterRecords;
import app.countersign.subprocessor.Safeguard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A register of sub-processors. */
@ApplicationScoped
class SubProcessorIntake implements Intake {

    @Inject
    private RegisterRecords register;

    @Inject
    private Engaging engaging;

    @Inject
    private KnownOrganisations known;

    @Override
    public ImportKind kind() {
        return ImportKind.SUB_PROCESSORS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.needed("name"),
                Column.maybe("address"),
                Column.needed("country"),
                Column.needed("service"),
                Column.needed("places"),
                Column.needed("personal"),
                Column.maybe("data"),
                Column.needed("basis"),
                Column.maybe("informed"),
                Column.maybe("safeguards"),
                Column.maybe("document"),
                Column.maybe("remarks"),
                Column.maybe("parent"),
                Column.maybe("since"),
                Column.maybe("until"));
    }

    @Override
    public Table table(Organisation processor) {
        List<Engagement> going = register.going(processor.id());
        Map<String, Integer> seen = new LinkedHashMap<>();
        return row -> plan(row, processor, going, seen);
    }

    private Planned plan(Row row, Organisation processor, List<Engagement> going, Map<String, Integer> seen) {
        Invalid.together(() -> organisation(row), () -> details(row, going));
        OrganisationDetails typed = organisation(row);
        EngagementDetails details = details(row, going);
        seen.entrySet().stream()
                .filter(other -> LegalName.isSame(other.getKey(), typed.name()))
                .findFirst()
                .ifPresent(other -> {
                    throw Invalid.field("name", Reason.of("importing.complaint.twice", other.getValue()));
                });
        seen.put(typed.name(), row.number());
        Optional<Engagement> there = going.stream()
                .filter(one -> LegalName.isSame(one.name(), typed.name()))
                .findFirst();
        if (there.isPresent()) {
            return Planned.leftOut(
                    typed.name(),
                    Reason.of("importing.remark.in-register", there.get().name()));
        }
        Optional<OrganisationDetails> same = known.same(typed);
        OrganisationDetails who = same.orElse(typed);
        String code = processor.code().orElse("");
        engaging.complaints(code, who, details).ifPresent(complaints -> {
            throw complaints;
        });
        return Planned.entered(
                typed.name(),
                same.filter(one -> !one.name().equals(typed.name()))
                        .map(one -> Reason.of("importing.remark.recognised", one.name())),
                () -> engaging.enter(code, who, details));
    }

    private static OrganisationDetails organisation(Row row) {
        return Complaints.organisation(row.cell("name"), row.cell("address"), row.cell("country"));
    }

    private static EngagementDetails details(Row row, List<Engagement> going) {
        return EngagementDetails.read(new EngagementDetails.Typed(
                row.cell("service"),
                row.cell("places"),
                Row.word(row.cell("personal"), Personal.class, Personal::label),
                row.cell("data"),
                Row.word(row.cell("basis"), Basis.class, Basis::label),
                row.says("informed"),
                row.several("safeguards").stream()
                        .map(said -> Row.word(said, Safeguard.class, Safeguard::label))
                        .toList(),
                row.cell("document"),
                row.cell("remarks"),
                parent(row.cell("parent"), going),
                row.day("since"),
                row.day("until")));
    }

    /** By name, one that is in the register already. */
    private static String parent(String name, List<Engagement> going) {
        return name.isEmpty()
                ? ""
                : going.stream()
                        .filter(one -> LegalName.isSame(one.name(), name))
                        .findFirst()
                        .map(one -> one.id().toString())
                        .orElseThrow(() -> Invalid.field("parent", Reason.of("importing.complaint.parent")));
    }
}
