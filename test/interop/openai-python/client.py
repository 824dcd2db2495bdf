"""The official Python client against a gateway: usage client.py BASE_URL API_KEY MODEL.

Prints one JSON object with what each call brought.
"""

import json
import sys

import openai

base_url, api_key, model = sys.argv[1:4]
client = openai.OpenAI(api_key=api_key, base_url=base_url, max_retries=0)
messages = [{"role": "user", "content": "Say hello in one short sentence."}]
told = {"version": openai.__version__}

chat = client.chat.completions.create(model=model, messages=messages, max_tokens=8)
told["chat"] = chat.choices[0].message.content
told["task"] = chat.model_extra["aegis"]["task"]

text = ""
for chunk in client.chat.completions.create(
    model=model, messages=messages, max_tokens=8, stream=True
):
    text += chunk.choices[0].delta.content or "" if chunk.choices else ""
told["stream"] = text

completion = client.completions.create(model=model, prompt="Once upon", max_tokens=8)
told["completion"] = completion.choices[0].text
told["response"] = client.responses.create(
    model=model, input="Say hello.", max_output_tokens=16
).output_text
told["models"] = [each.id for each in client.models.list()]


def refusal(call):
    """The name of the client's own exception, and the parameter that it names."""
    try:
        call()
    except openai.APIStatusError as error:
        return [type(error).__name__, error.param or error.code]
    return None


told["seed"] = refusal(
    lambda: client.chat.completions.create(model=model, messages=messages, seed=1)
)
told["embeddings"] = refusal(lambda: client.embeddings.create(model=model, input="a"))
wrong = client.with_options(api_key="sk-aegis-wrong")
told["wrong_key"] = refusal(lambda: wrong.chat.completions.create(model=model, messages=messages))

print(json.dumps(told))
