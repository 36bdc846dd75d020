/** House rules of the document that no assertion can say: every media type shows an example, every stream its laws. */

function mediaTypeHasExample() {
  return {
    MediaType(mediaType, { report, key }) {
      const isBinary = /^(audio|image)\//.test(String(key)) || key === "application/octet-stream";
      if (!isBinary && mediaType.example === undefined && Object.keys(mediaType.examples ?? {}).length === 0) {
        report({ message: `The media type ${key} shows no example.` });
      }
    },
  };
}

function streamSaysItsLaws() {
  return {
    MediaType(mediaType, { report, key }) {
      if (key === "text/event-stream" && mediaType["x-gatetwin-stream"] === undefined) {
        report({ message: "A text/event-stream media type says its framing and laws in x-gatetwin-stream." });
      }
    },
  };
}

export default () => ({
  id: "gatetwin",
  rules: {
    oas3: {
      "media-type-has-example": mediaTypeHasExample,
      "stream-says-its-laws": streamSaysItsLaws,
    },
  },
});
