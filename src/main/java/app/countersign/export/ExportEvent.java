package app.countersign.export;

import app.countersign.kernel.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to an archive of evidence. */
public sealed interface ExportEvent extends DomainEvent {

    EvidenceExport of();

    @Override
    default String objectKind() {
        return "evidence-export";
    }

    @Override
    default UUID objectId() {
        return of().id();
    }

    /** One that is of several processors is told to those who answer for all. */
    @Override
    default Optional<UUID> processor() {
        return of().processors().size() == 1 ? of().processors().stream().findFirst() : Optional.empty();
    }

    @Override
    default Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("label", of().fileName());
        of().contractNumber().ifPresent(number -> facts.put("contract", number));
        facts.put("from", of().first());
        facts.put("until", of().last());
        if (of().state() == ExportState.READY) {
            facts.put("bytes", of().size());
        }
        of().problem().ifPresent(why -> facts.put("problemKey", why.key()));
        return facts;
    }

    record EvidenceExportAsked(EvidenceExport of) implements ExportEvent {}

    record EvidenceExportMade(EvidenceExport of) implements ExportEvent {}

    record EvidenceExportCancelled(EvidenceExport of) implements ExportEvent {}

    record EvidenceExportFailed(EvidenceExport of) implements ExportEvent {}

    /** Somebody has saved the archive. */
    record EvidenceExportTaken(EvidenceExport of) implements ExportEvent {}

    /** Its time was over, or that of the account that asked. */
    record EvidenceExportPurged(EvidenceExport of) implements ExportEvent {}
}
