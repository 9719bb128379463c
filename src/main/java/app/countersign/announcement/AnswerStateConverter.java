package app.countersign.announcement;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class AnswerStateConverter implements AttributeConverter<AnswerState, String> {

    @Override
    public String convertToDatabaseColumn(AnswerState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public AnswerState convertToEntityAttribute(String word) {
        return KebabCase.read(AnswerState.class, word);
    }
}
