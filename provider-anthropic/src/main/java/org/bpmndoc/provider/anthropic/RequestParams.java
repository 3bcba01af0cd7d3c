package org.bpmndoc.provider.anthropic;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.batches.BatchCreateParams;
import java.util.List;
import java.util.Map;
import org.bpmndoc.batch.BatchItem;
import org.bpmndoc.prompt.Request;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request in the API's terms: instructions as system prompt, facts as the one message, the
/// answer's schema as output format. No sampling parameters, no forced tool, no thinking settings:
/// models of this generation refuse the first two and think as they see fit.
final class RequestParams {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private RequestParams() {}

  static MessageCreateParams direct(Request request) {
    return MessageCreateParams.builder()
        .model(request.model())
        .maxTokens(request.answerTokensMax())
        .systemOfTextBlockParams(system(request))
        .addUserMessage(request.facts())
        .outputConfig(output(request))
        .build();
  }

  /// The same for a count, which knows no limit of the answer.
  static MessageCountTokensParams count(Request request) {
    return MessageCountTokensParams.builder()
        .model(request.model())
        .systemOfTextBlockParams(system(request))
        .addUserMessage(request.facts())
        .outputConfig(output(request))
        .build();
  }

  static BatchCreateParams batch(List<BatchItem> items) {
    return BatchCreateParams.builder()
        .requests(items.stream().map(RequestParams::item).toList())
        .build();
  }

  private static BatchCreateParams.Request item(BatchItem item) {
    Request request = item.request();
    return BatchCreateParams.Request.builder()
        .customId(item.id().value())
        .params(
            BatchCreateParams.Request.Params.builder()
                .model(request.model())
                .maxTokens(request.answerTokensMax())
                .systemOfTextBlockParams(item.cached() ? kept(request) : system(request))
                .addUserMessage(request.facts())
                .outputConfig(output(request))
                .build())
        .build();
  }

  private static List<TextBlockParam> kept(Request request) {
    CacheControlEphemeral hour =
        CacheControlEphemeral.builder().ttl(CacheControlEphemeral.Ttl.TTL_1H).build();
    return List.of(
        TextBlockParam.builder().text(request.instructions()).cacheControl(hour).build());
  }

  private static List<TextBlockParam> system(Request request) {
    return List.of(TextBlockParam.builder().text(request.instructions()).build());
  }

  private static OutputConfig output(Request request) {
    JsonOutputFormat.Schema.Builder schema = JsonOutputFormat.Schema.builder();
    plain(request.answerSchema())
        .forEach((name, value) -> schema.putAdditionalProperty(name, JsonValue.from(value)));
    return OutputConfig.builder()
        .format(JsonOutputFormat.builder().schema(schema.build()).build())
        .build();
  }

  /// As maps and lists, which both our Jackson and the SDK's understand.
  private static Map<String, Object> plain(JsonNode schema) {
    return MAPPER.convertValue(schema, new TypeReference<Map<String, Object>>() {});
  }
}
