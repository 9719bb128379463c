package app.countersign.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Takes the figures that were asked for, or all, and writes them down as one table. */
public final class Bench {

    private static final List<Figure> FIGURES = List.of(
            new SingleCountersigning(),
            new BulkCountersigning(),
            new ContractLists(),
            new StartUp(),
            new BackupThroughput(),
            new TrailCost(),
            new TrailVerification(),
            new AccessCost(),
            new ReturnJudging(),
            new DeadlineSweep(),
            new BreachReport(),
            new CampaignTelling(),
            new ReturnMailbox(),
            new DeletionRun(),
            new EvidenceArchive(),
            new EvidenceUpload(),
            new MeasureLists());
    private static final String ROW = "%-64s %11s %11s %-8s %6s  %s%n";

    private Bench() {}

    /** @param args where the table goes, and which figures: their names with commas between, or {@code all} */
    public static void main(String[] args) throws Exception {
        List<String> wanted = Arrays.asList(args[1].split(","));
        StringBuilder table = new StringBuilder(ROW.formatted("", "this", "against", "", "ratio", "aim"));
        for (Figure figure : FIGURES) {
            if (wanted.contains("all") || wanted.contains(figure.name())) {
                table.append("%nmvn -Pbench verify -Dbench=%s%n".formatted(figure.name()));
                figure.measure().forEach(line -> table.append(row(line)));
            }
        }
        Files.writeString(Path.of(args[0]), table);
        print(table.toString());
        // Servers that are still running end with the hooks of this process.
        System.exit(0);
    }

    private static String row(Figure.Line line) {
        return ROW.formatted(
                line.what(),
                number(line.value()),
                number(line.base()),
                line.unit(),
                String.format(Locale.ROOT, "%.2f", line.ratio()),
                line.aim());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The one place where this process speaks. */
    private static void print(String table) {
        List<String> lines = new ArrayList<>(table.lines().toList());
        lines.add(0, "");
        lines.forEach(System.out::println);
    }
}
