package app.countersign.processing;

import app.countersign.measure.MeasureRecords;
import app.countersign.party.Organisation;
import app.countersign.subprocessor.EngagementRow;
import java.time.Instant;
import java.util.List;

/**
 * What a processor must be able to show of its processing, but for the controllers, who may be many.
 *
 * @param contracts how many are in force
 * @param forms what is processed
 * @param recipients the sub-processors that are not over, by name
 * @param measures in the order of the annexes
 */
public record ProcessingRecord(
        Organisation processor,
        Instant asOf,
        long contracts,
        List<ProcessingForm> forms,
        List<EngagementRow> recipients,
        List<Transfer> transfers,
        List<MeasureRecords.Row> measures) {}
