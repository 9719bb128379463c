package app.countersign.terms;

import app.countersign.kernel.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its line, so that whatever is wrong there can be told with file and line. Scalars
 * are read as written ({@code 4-3}, {@code NO} stay text).
 */
final class Entry {

    private final Node node;
    private final String file;
    private final List<Flaw> flaws;

    private Entry(Node node, String file, List<Flaw> flaws) {
        this.node = node;
        this.file = file;
        this.flaws = flaws;
    }

    /** The file's only document; empty, with a flaw, if it is not YAML or has none. */
    static Optional<Entry> read(String file, byte[] yaml, List<Flaw> flaws) {
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        try {
            Optional<Node> root = new Compose(settings).composeString(new String(yaml, StandardCharsets.UTF_8));
            if (root.isEmpty()) {
                flaws.add(new Flaw(file, 1, Reason.of("terms.flaw.empty")));
            }
            return root.map(node -> new Entry(node, file, flaws));
        } catch (MarkedYamlEngineException e) {
            flaws.add(new Flaw(file, line(e.getProblemMark()), Reason.of("terms.flaw.yaml", e.getProblem())));
        } catch (YamlEngineException e) {
            flaws.add(new Flaw(file, 1, Reason.of("terms.flaw.yaml", String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    /** From 1. */
    int line() {
        return line(node.getStartMark());
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The entries of a map in the order written; a flaw, and empty, if this is none or a key comes twice. */
    Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode map)) {
            flaw("terms.flaw.map-expected");
            return entries;
        }
        for (NodeTuple tuple : map.getValue()) {
            Entry key = at(tuple.getKeyNode());
            if (entries.put(key.text(), at(tuple.getValueNode())) != null) {
                key.flaw("terms.flaw.key-twice", key.text());
            }
        }
        return entries;
    }

    /** The entries of a map that may have these keys and no others. */
    Map<String, Entry> entries(Set<String> allowed) {
        Map<String, Entry> entries = entries();
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                value.flaw("terms.flaw.unknown-key", key, String.join(", ", allowed));
            }
        });
        return entries;
    }

    /** The items of a list; anything else counts as a list of one. */
    List<Entry> items() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        List<Entry> items = new ArrayList<>();
        list.getValue().forEach(item -> items.add(at(item)));
        return items;
    }

    /** A scalar as written; a flaw, and empty text, if this is none. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        flaw("terms.flaw.text-expected");
        return "";
    }

    List<String> texts() {
        return items().stream().map(Entry::text).toList();
    }

    void flaw(String key, Object... args) {
        flaws.add(new Flaw(file, line(), Reason.of(key, args)));
    }

    private Entry at(Node other) {
        return new Entry(other, file, flaws);
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(1);
    }
}
