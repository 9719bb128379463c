package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class RunStateConverter implements AttributeConverter<RunState, String> {

    @Override
    public String convertToDatabaseColumn(RunState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public RunState convertToEntityAttribute(String word) {
        return KebabCase.read(RunState.class, word);
    }
}
