/** Generated from openapi/ by `npm run generate`. Do not edit. */
export interface paths {
    "/v2/proxy/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a conversation through the orq proxy
         * @description Answers in words, with tool calls, as JSON or as sound, as many times as `n` asks for. The `orq` block says how the
         *     model is reached: retries and fallbacks happen before the first byte of the reply, so a stream that has begun is not
         *     begun anew.
         */
        post: operations["orqProxyCreateChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Carry on a text
         * @description The older way to a text: a prompt in, its continuation out, without roles or tools. Several prompts in one request give one
         *     choice each, told apart by `index`. At most 16 tokens are written for each unless `max_tokens` says otherwise.
         *
         *     With `stream: true` the reply is a stream of chunks that ends with `[DONE]`; join the `text` of each `index`. The reason
         *     a text ended is only to be trusted in its last chunk.
         */
        post: operations["orqProxyCreateCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a text or a conversation, with tools
         * @description Answers one text or the items of a conversation, and may call functions, search the web or search files on the way.
         *     With `stream: true` the reply is a stream of named events that ends with `[DONE]`. A function is called in two steps: the
         *     response carries a `function_call`, and the next request brings its `function_call_output`, either after
         *     `previous_response_id` or behind the whole conversation so far.
         *     A `previous_response_id` that is not known is refused with 400. Only responses that are stored can be named, and they are
         *     unless `store` is false.
         */
        post: operations["orqProxyCreateResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/embeddings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn texts into vectors
         * @description Answers with one vector per input, in the order of the inputs. `encoding_format` decides how a vector is written: a
         *     list of numbers, or the base64 of little-endian 32-bit floats. Some clients ask for base64 unless told otherwise.
         */
        post: operations["orqProxyCreateEmbedding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/rerank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sort documents by how well they answer
         * @description Answers with the documents that fit the query best, best first. Each result names its document by `index`, its place
         *     in the request; the text itself may be left out of the answer. Without `top_n` every document is scored.
         */
        post: operations["orqProxyCreateRerank"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/moderations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge whether content is harmful
         * @description Answers with one result per input: whether it is flagged, which of thirteen categories it falls into and how sure
         *     the model is of each. Harmful content is not an error; it is told in a 200.
         */
        post: operations["orqProxyCreateModeration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make images from a prompt
         * @description Answers with as many images as `n` asks for, in the order they were made, each as a link (the default) or as base64.
         *     `openai/gpt-image-1` answers in base64 whatever `response_format` says, and alone heeds `background`, `moderation`,
         *     `output_format` and `output_compression`; `style` is for `openai/dall-e-3`, which draws one image a call.
         */
        post: operations["orqProxyCreateImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/images/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Edit images by a prompt
         * @description Takes one to 16 pictures, each a PNG, WebP or JPEG file under 50 MB, and draws what the prompt asks for. Several
         *     pictures are sent as several `image` parts. Some models answer in base64 whatever `response_format` says.
         */
        post: operations["orqProxyCreateImageEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/images/variations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vary an image
         * @description Takes one picture, a PNG, WebP or JPEG file under 50 MB, and draws others like it. There is no prompt. A link is
         *     good for 60 minutes.
         */
        post: operations["orqProxyCreateImageVariation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/audio/speech": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say a text aloud
         * @description Answers with the bytes of an audio file, not with JSON. The content type tells the format: it is the one that
         *     `response_format` asks for, or the provider's default where the provider lacks that one, so look at the header
         *     before you name the file. Only the six models listed can be asked for.
         */
        post: operations["orqProxyCreateSpeech"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/audio/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down a recording
         * @description Writes down what is said, in the language that is spoken. `response_format` chooses the content type of the answer:
         *     JSON for `json` and `verbose_json`, plain text for `text`, subtitles for `srt` and `vtt`. Times of words and
         *     segments come only with `verbose_json`; `diarize`, `num_speakers`, `tag_audio_events` and `timestamps_granularity`
         *     are for models that know speakers and sounds.
         */
        post: operations["orqProxyCreateTranscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/proxy/audio/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write down a recording in English
         * @description Writes down in English what is said in any language, so there is no `language` to send. The forms of the answer are
         *     those of a transcription: JSON for `json` and `verbose_json`, plain text for `text`, subtitles for `srt` and `vtt`.
         */
        post: operations["orqProxyCreateTranslation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/gateway/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a conversation through the orq gateway
         * @description As the proxy does, with what the newer gateway adds: guardrails, load balancing, a time limit, prompt caching and
         *     thoughts that can be sent back. `temperature`, `top_p` and `reasoning_effort` are checked here.
         */
        post: operations["orqGatewayCreateChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/gateway/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a text or a conversation through the gateway
         * @description The gateway's form of the Responses API. It takes what the proxy takes, except that `strict` of a JSON schema is never null.
         *     With `stream: true` the reply is a stream of named events that ends with `[DONE]`. A function is called in two steps: the
         *     response carries a `function_call`, and the next request brings its `function_call_output`, either after
         *     `previous_response_id` or behind the whole conversation so far.
         */
        post: operations["orqGatewayCreateResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/gateway/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make images from a prompt
         * @description As on the orq proxy, with two differences: `style` is `vivid` or `natural` and nothing else, and the `orq` block
         *     knows `identity`, `load_balancer` and `timeout` but no `thread`. `openai/gpt-image-1` answers in base64 whatever
         *     `response_format` says; `openai/dall-e-3` draws one image a call.
         */
        post: operations["orqGatewayCreateImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/router/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a conversation through the orq router
         * @description The smallest of the chat operations: no `orq` block, no developer role, text and pictures only. A whole reply names
         *     every field, so `tool_calls` is an empty list when the model answers in words.
         */
        post: operations["orqRouterCreateChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the kept completions
         * @description Lists what this key has kept with `store` true, page by page. Pass `last_id` as `after` to get the next page while
         *     `has_more` is true.
         */
        get: operations["sudoListChatCompletions"];
        put?: never;
        /**
         * Answer a conversation through Sudo
         * @description Answers in words, with tool calls, as JSON or as sound, as many times as `n` asks for. With `store` true the
         *     completion is kept and can be listed, read, changed and deleted by the key that made it. The page documents the JSON
         *     and the streaming face apart; `stream` chooses between them.
         */
        post: operations["sudoCreateChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions/{completion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        /**
         * Read a kept completion
         * @description Answers what was answered when the completion was made, with the notes it carries now. A completion of another key,
         *     or one that was not kept, is not found.
         */
        get: operations["sudoGetChatCompletion"];
        put?: never;
        /**
         * Change the notes of a kept completion
         * @description The notes that are sent take the place of all earlier ones. No other field is taken, and nothing else changes.
         */
        post: operations["sudoUpdateChatCompletion"];
        /**
         * Delete a kept completion
         * @description The completion and its messages are gone; a second deletion finds nothing.
         */
        delete: operations["sudoDeleteChatCompletion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions/{completion_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        /**
         * List the messages behind a kept completion
         * @description Lists the messages of the request that led to the completion, page by page, the oldest first when `order` is left
         *     out. The reply itself is not among them.
         */
        get: operations["sudoListChatCompletionMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/images/generations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make images from a prompt
         * @description Answers with as many images as `n` asks for, in the order they were made, each as a link (the default, good for
         *     60 minutes) or as base64. `quality` and `style` are for `dall-e-3`, which draws one image a call.
         */
        post: operations["sudoCreateImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What every chat operation takes, whichever gateway serves it. */
        ChatBasics: {
            /** @description The model that answers. */
            model: string;
            /**
             * @description From -2 to 2. Above 0, a token grows less likely each time it has been used, so the model repeats itself less.
             *     0 when left out.
             */
            frequency_penalty?: number | null;
            /**
             * @description From -2 to 2. Above 0, a token grows less likely once it has been used at all, so the model moves on to new
             *     subjects. 0 when left out.
             */
            presence_penalty?: number | null;
            /**
             * @description Equal seeds with equal parameters give equal replies, as far as the model can. Compare `system_fingerprint` to see
             *     whether the backend changed in between.
             */
            seed?: number | null;
            /**
             * @description True sends the reply as server-sent events while it is written, false as one JSON document at the end.
             * @default false
             */
            stream?: boolean | null;
            /**
             * @description How freely the model chooses its words: near 0 the likeliest, above 1 surprising. 1 when left out. Change this or
             *     `top_p`, not both.
             */
            temperature?: number | null;
            /**
             * @description Only the likeliest tokens that together reach this probability are considered; 0.1 means the top tenth. 1 when
             *     left out.
             */
            top_p?: number | null;
        };
        /** @description In which forms to answer. Text alone when left out; `audio` needs `audio` beside it and a model that speaks. */
        ChatModalities: ("text" | "audio")[] | null;
        /** @description How a spoken reply sounds. Needed when `modalities` holds `audio`. */
        ChatAudioOptions: {
            /**
             * @description Who speaks.
             * @enum {string}
             */
            voice?: "alloy" | "echo" | "fable" | "onyx" | "nova" | "shimmer";
            /**
             * @description The format of the sound; `pcm16` is raw samples without a header.
             * @enum {string}
             */
            format?: "wav" | "mp3" | "flac" | "opus" | "pcm16";
        } | null;
        /** @description What a stream carries besides the reply. Only for `stream` true. */
        ChatStreamOptions: {
            /**
             * @description Whether one more event, with empty `choices` and the `usage` of the whole call, comes before the end. It never
             *     comes when the stream breaks off.
             */
            include_usage?: boolean;
        } | null;
        /** @description What the larger chat operations take on top. */
        ChatControls: {
            /** @description How many replies to write. One when left out; every one is paid for. */
            n?: number | null;
            /** @description Whether to tell how likely each token was. */
            logprobs?: boolean | null;
            /** @description How many of the likeliest tokens to tell at each place. Needs `logprobs` to be true. */
            top_logprobs?: number | null;
            /**
             * @description The most tokens to write, those of the reasoning included. A reply that would be longer is cut and ends with
             *     `finish_reason` `length`.
             */
            max_completion_tokens?: number | null;
            modalities?: components["schemas"]["ChatModalities"];
            audio?: components["schemas"]["ChatAudioOptions"];
            stream_options?: components["schemas"]["ChatStreamOptions"];
            /** @description Whether the model may call several tools at once. True when left out. */
            parallel_tool_calls?: boolean | null;
        };
        /** @description Notes to find the call by, up to 16 pairs with keys of up to 64 characters. */
        OrqMetadata: {
            [key: string]: string;
        };
        /** @description How a spoken reply sounds; voice and format are both needed. */
        OrqChatAudioOptions: components["schemas"]["ChatAudioOptions"] & (Record<string, never> | null);
        /** @description Where to stop writing; the sequence itself is left out of the reply. */
        OrqStop: string | string[] | null;
        /** @description What the orq proxy and the orq gateway both take. */
        OrqChatRequest: components["schemas"]["ChatBasics"] & components["schemas"]["ChatControls"] & {
            /**
             * @description The model that answers, written `provider/model`.
             * @example openai/gpt-4o-mini
             */
            model?: string;
            metadata?: components["schemas"]["OrqMetadata"];
            audio?: components["schemas"]["OrqChatAudioOptions"];
            /**
             * @deprecated
             * @description The older name of `max_completion_tokens`; reasoning models refuse it.
             */
            max_tokens?: number | null;
            /** @description At least one. */
            n?: number | null;
            /** @description May be left out, but not null. */
            parallel_tool_calls?: boolean;
            stop?: components["schemas"]["OrqStop"];
            /** @description May be left out, but not null. */
            stream?: boolean;
            /** @description Only so many of the likeliest tokens are considered at each place. */
            top_k?: number | null;
            /** @description How much to say, such as `low`, `medium` or `high`. */
            verbosity?: string;
        };
        /** @description What the developer tells the model to do; newer models rank it above everything else. */
        OrqProxyDeveloperMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "developer";
            /** @description The text. */
            content: string;
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description What the model is and how it shall behave. */
        OrqProxySystemMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "system";
            /** @description The text. */
            content: string;
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description A piece of text. */
        TextPart: {
            /**
             * @description Says that this is text.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
        };
        /** @description A picture. */
        ImagePart: {
            /**
             * @description Says that this is a picture.
             * @constant
             */
            type: "image_url";
            /** @description Where the picture is and how closely to look. */
            image_url: {
                /** @description An address, or the bytes as a `data:` URL in base64. */
                url: string;
                /**
                 * @description How closely to look; `high` costs more tokens. The model decides with `auto`.
                 * @enum {string}
                 */
                detail?: "low" | "high" | "auto";
            };
        };
        /** @description A sound. */
        AudioPart: {
            /**
             * @description Says that this is a sound.
             * @constant
             */
            type: "input_audio";
            /** @description The sound and its format. */
            input_audio: {
                /** @description The bytes, in base64. */
                data: string;
                /**
                 * @description The format of the bytes.
                 * @enum {string}
                 */
                format: "mp3" | "wav";
            };
        };
        /** @description A file, such as a PDF. */
        OrqProxyFilePart: {
            /**
             * @description Says that this is a file.
             * @constant
             */
            type: "file";
            /** @description The file and its name. */
            file: {
                /** @description The bytes, as a `data:` URL in base64. */
                file_data: string;
                /** @description The name of the file. */
                filename: string;
            };
        };
        /** @description Text, a picture, a sound or a file; `type` says which. */
        OrqProxyUserPart: components["schemas"]["TextPart"] | components["schemas"]["ImagePart"] | components["schemas"]["AudioPart"] | components["schemas"]["OrqProxyFilePart"];
        /** @description What the end user says. */
        OrqProxyUserMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "user";
            /** @description Words alone, or parts of several kinds. */
            content: string | components["schemas"]["OrqProxyUserPart"][];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description A place in the text that rests on a file. */
        OrqFileCitation: {
            /**
             * @description Says that the text rests on a file.
             * @constant
             */
            type: "file_citation";
            /** @description The mark in the text. */
            text: string;
            /** @description The file. */
            file_citation: {
                /** @description The id of the file. */
                file_id: string;
                /** @description The words of the file. */
                quote?: string;
            };
            /** @description The first character of the mark, counted from 0. */
            start_index: number;
            /** @description The character after the last one. */
            end_index: number;
        };
        /** @description A place in the text that stands for a file the model has made. */
        OrqFilePath: {
            /**
             * @description Says that the text stands for a file.
             * @constant
             */
            type: "file_path";
            /** @description The mark in the text. */
            text: string;
            /** @description The file. */
            file_path: {
                /** @description The id of the file. */
                file_id: string;
            };
            /** @description The first character of the mark, counted from 0. */
            start_index: number;
            /** @description The character after the last one. */
            end_index: number;
        };
        /** @description A place in the text that rests on a file, or that stands for one; `type` says which. */
        OrqFileAnnotation: components["schemas"]["OrqFileCitation"] | components["schemas"]["OrqFilePath"];
        /** @description A piece of text, with the files that it rests on. */
        OrqAnnotatedTextPart: {
            /**
             * @description Says that this is text.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
            /** @description The files behind the text. */
            annotations?: components["schemas"]["OrqFileAnnotation"][];
        };
        /** @description Words by which the model refused. */
        OrqProxyRefusalPart: {
            /**
             * @description Says that the model refused.
             * @constant
             */
            type: "refusal";
            /** @description The words. */
            refusal: string;
        };
        /** @description Text or a refusal; `type` says which. */
        OrqProxyAssistantPart: components["schemas"]["OrqAnnotatedTextPart"] | components["schemas"]["OrqProxyRefusalPart"];
        /** @description A sound that an earlier reply brought. */
        OrqAudioReference: {
            /** @description The `audio.id` of that reply. */
            id: string;
        } | null;
        /** @description A tool call as an earlier reply brought it. */
        OrqSentToolCall: {
            /** @description The id of the call. */
            id: string;
            /**
             * @description The only kind of tool.
             * @constant
             */
            type: "function";
            /** @description The function that was called. */
            function: {
                /** @description The name of the function. */
                name?: string;
                /** @description Its arguments, as JSON. */
                arguments?: string;
            };
        };
        /** @description What the model answered before. Its content may be null or left out, as it is beside tool calls. */
        OrqProxyAssistantMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "assistant";
            /** @description Words alone, or parts. */
            content?: string | components["schemas"]["OrqProxyAssistantPart"][] | null;
            /** @description Why the model would not answer. */
            refusal?: string | null;
            /** @description Tells apart several speakers of one role. */
            name?: string;
            audio?: components["schemas"]["OrqAudioReference"];
            /** @description The tools that the model called. */
            tool_calls?: components["schemas"]["OrqSentToolCall"][];
            /** @description What the model thought before it answered. */
            reasoning?: string;
            /** @description Proves that the thought is the model's own; send it back unchanged. */
            reasoning_signature?: string;
            /** @description A thought that the provider has made unreadable; send it back unchanged. */
            redacted_reasoning?: string;
        };
        /** @description What a tool answered. */
        OrqProxyToolMessage: {
            /**
             * @description Says that a tool speaks.
             * @constant
             */
            role: "tool";
            /** @description The tool's answer, as one text or several. */
            content: string | string[];
            /** @description The id of the tool call that is answered. */
            tool_call_id: string;
        };
        /** @description One message; `role` says whose. */
        OrqProxyMessage: components["schemas"]["OrqProxyDeveloperMessage"] | components["schemas"]["OrqProxySystemMessage"] | components["schemas"]["OrqProxyUserMessage"] | components["schemas"]["OrqProxyAssistantMessage"] | components["schemas"]["OrqProxyToolMessage"];
        /** @description Words, the usual form. */
        TextFormat: {
            /**
             * @description Asks for words.
             * @constant
             */
            type: "text";
        };
        /** @description Some JSON object. Say in a message that you want JSON, or the model may write blanks until it is cut. */
        JsonObjectFormat: {
            /**
             * @description Asks for some JSON object.
             * @constant
             */
            type: "json_object";
        };
        /** @description The schema that the reply follows, and its name. */
        OrqJsonSchema: {
            /** @description What the schema is called, in letters, digits, `_` and `-`, up to 64 of them. */
            name: string;
            /** @description What the reply is for; it helps the model to fill it in. */
            description?: string;
            /** @description The JSON Schema itself. */
            schema?: unknown;
            /** @description Whether the reply must follow the schema to the letter. */
            strict?: boolean | null;
        };
        /** @description JSON that follows a schema. */
        OrqProxyJsonSchemaFormat: {
            /**
             * @description Asks for JSON that follows a schema.
             * @constant
             */
            type: "json_schema";
            json_schema: components["schemas"]["OrqJsonSchema"];
        };
        /** @description The form of the reply; `type` says which. */
        OrqProxyResponseFormat: components["schemas"]["TextFormat"] | components["schemas"]["JsonObjectFormat"] | components["schemas"]["OrqProxyJsonSchemaFormat"];
        /** @description Whether the model thinks before it answers, and for how long. The budget is needed even when disabled. */
        OrqProxyThinking: {
            /**
             * @description Whether to think.
             * @enum {string}
             */
            type: "enabled" | "disabled";
            /** @description The most tokens to think with. They count towards the tokens of the reply. */
            budget_tokens: number;
        };
        /** @description What a function of any orq API has. */
        OrqFunction: {
            /** @description What the model calls it by, in letters, digits, `_` and `-`, up to 64 of them. */
            name?: string;
            /** @description What it does, so that the model knows when to call it. */
            description?: string;
            /** @description Whether the arguments must follow `parameters` to the letter. False when left out. */
            strict?: boolean | null;
        };
        /** @description A JSON Schema of the arguments, always of an object. */
        OrqRouterToolParameters: {
            /**
             * @description The arguments are one object.
             * @constant
             */
            type: "object";
            /** @description A JSON Schema for each argument, by its name. */
            properties: {
                [key: string]: unknown;
            };
            /** @description The arguments that must be given. */
            required?: string[];
        };
        /** @description A JSON Schema of the arguments, always of an object, that can be closed to other arguments. */
        OrqToolParameters: components["schemas"]["OrqRouterToolParameters"] & {
            /** @description Whether other arguments may be given. `strict` needs false. */
            additionalProperties?: boolean;
        };
        /** @description A function and what it takes. The proxy itself lets the name be left out; a model has no use for that. */
        OrqProxyFunction: components["schemas"]["OrqFunction"] & {
            parameters?: components["schemas"]["OrqToolParameters"];
        };
        /** @description A tool that the model may call. */
        OrqProxyTool: {
            /**
             * @description The only kind of tool. May be left out.
             * @constant
             */
            type?: "function";
            function: components["schemas"]["OrqProxyFunction"];
        };
        /**
         * @description `none`: answer in words; `auto`: the model decides; `required`: call at least one tool. Left out, it is `auto` when
         *     there are tools and `none` otherwise.
         * @enum {string}
         */
        ToolChoiceMode: "none" | "auto" | "required";
        /** @description The one tool that must be called. */
        OrqProxyNamedTool: {
            /**
             * @description The only kind of tool. May be left out.
             * @constant
             */
            type?: "function";
            /** @description The function to call. */
            function: {
                /** @description Its name, as `tools` has it. */
                name?: string;
            };
        };
        /** @description Whether to call a tool, and which. */
        OrqProxyToolChoice: components["schemas"]["ToolChoiceMode"] | components["schemas"]["OrqProxyNamedTool"];
        /** @description Lets the model look something up on the web before it answers; the pages come back as annotations. */
        OrqWebSearchOptions: {
            /** @description Whether it may search. */
            enabled?: boolean;
        };
        /** @description When a failed call is sent again, and how often. An empty object means the defaults. */
        OrqProxyRetry: {
            /**
             * @description How many times a failed call is sent again.
             * @default 3
             */
            count?: number;
            /**
             * @description The HTTP statuses of the provider that lead to another attempt.
             * @default [
             *       429
             *     ]
             */
            on_codes?: number[];
        };
        /** @description A model that takes over when the one before it fails. */
        OrqFallback: {
            /**
             * @description The model to try, written `provider/model`.
             * @example anthropic/claude-3-5-haiku-20241022
             */
            model: string;
        };
        /** @description A prompt kept in the workspace that stands in front of the messages. */
        OrqPrompt: {
            /** @description The id of the prompt. */
            id: string;
            /**
             * @description Only the newest version can be asked for.
             * @constant
             */
            version: "latest";
        };
        /** @description The end user on whose behalf the call is made. Made or updated on the fly, and used to group the traces. */
        OrqProxyContact: {
            /** @description The caller's own, stable id for this person. */
            id: string;
            /** @description The name to show in the workspace. */
            display_name?: string;
            /** @description The person's email address. Not checked here; the newer gateway does. */
            email?: string;
            /** @description Free facts about the person. */
            metadata?: {
                [key: string]: unknown;
            }[];
            /** @description Where a picture of the person can be fetched. */
            logo_url?: string;
            /** @description Labels to find the person by. */
            tags?: string[];
        };
        /** @description Groups calls that belong to one conversation in the traces. It does not carry earlier messages over. */
        OrqThread: {
            /** @description The caller's own id for the conversation. */
            id: string;
            /** @description Labels to find the conversation by. */
            tags?: string[];
        };
        /** @description Values for the `{{name}}` marks in the messages, by name. */
        OrqInputs: {
            [key: string]: unknown;
        };
        /** @description Answers a call from an earlier, identical one. A `ttl` of 0 keeps nothing. */
        OrqProxyCache: {
            /**
             * @description Only calls that agree in every parameter share a reply.
             * @constant
             */
            type: "exact_match";
            /**
             * @description For how long a reply is kept, in seconds; half an hour when left out, three days at most.
             * @default 1800
             */
            ttl?: number;
        };
        /** @description What a field of a chunk is compared with. */
        OrqFilterValue: string | number | boolean;
        /** @description The values a field is looked up in. */
        OrqFilterValues: components["schemas"]["OrqFilterValue"][];
        /** @description What one field of a chunk has to satisfy. It holds when one of the named comparisons can be read. */
        OrqFilterCondition: {
            eq: components["schemas"]["OrqFilterValue"];
        } | {
            ne: components["schemas"]["OrqFilterValue"];
        } | {
            /** @description The value it must exceed. */
            gt: number;
        } | {
            /** @description The least value. */
            gte: number;
        } | {
            /** @description The value it must stay below. */
            lt: number;
        } | {
            /** @description The greatest value. */
            lte: number;
        } | {
            in: components["schemas"]["OrqFilterValues"];
        } | {
            nin: components["schemas"]["OrqFilterValues"];
        } | {
            /** @description True when the field must be there. */
            exists: boolean;
        };
        /** @description Conditions by the name of the metadata field. All of them must hold. */
        OrqFilterFields: {
            [key: string]: components["schemas"]["OrqFilterCondition"];
        };
        /** @description Which chunks may be found, by their metadata. */
        OrqKnowledgeFilter: components["schemas"]["OrqFilterFields"] | {
            /** @description The filters that must all hold. */
            and: components["schemas"]["OrqFilterFields"][];
        } | {
            /** @description The filters of which one must hold. */
            or: components["schemas"]["OrqFilterFields"][];
        };
        /** @description What is noted about each chunk that is found. */
        OrqSearchOptions: {
            /** @description Whether its vector is noted. */
            include_vectors?: boolean;
            /** @description Whether its metadata are noted. */
            include_metadata?: boolean;
            /** @description Whether its scores are noted. */
            include_scores?: boolean;
        };
        /** @description A knowledge base to search before the model answers; what is found is put in front of it. */
        OrqKnowledgeBase: {
            /** @description The id of the knowledge base. */
            knowledge_id: string;
            /** @description What to search for. The last user message when left out. */
            query?: string;
            /** @description At most so many chunks. The setting of the knowledge base when left out. */
            top_k?: number;
            /** @description The least score of a chunk. The setting of the knowledge base when left out. */
            threshold?: number;
            /**
             * @description Search by meaning, by words, or by both.
             * @default hybrid_search
             * @enum {string}
             */
            search_type?: "vector_search" | "keyword_search" | "hybrid_search";
            filter_by?: components["schemas"]["OrqKnowledgeFilter"];
            search_options?: components["schemas"]["OrqSearchOptions"];
        };
        /**
         * @description The provider that serves a model.
         * @enum {string}
         */
        OrqProvider: "cohere" | "openai" | "anthropic" | "huggingface" | "replicate" | "google" | "google-ai" | "azure" | "aws" | "anyscale" | "perplexity" | "groq" | "fal" | "leonardoai" | "nvidia" | "jina" | "togetherai" | "elevenlabs" | "litellm" | "openailike" | "cerebras" | "bytedance";
        /** @description How the found chunks are sorted once more. Null leaves them as they are. */
        OrqProxyRerank: {
            /** @description Whether to sort again. */
            enabled?: boolean;
            provider?: components["schemas"]["OrqProvider"];
            /** @description How many chunks stay. */
            top_k?: number;
            /** @description The model that sorts. */
            model?: string;
            /** @description The id of that model in the workspace. */
            model_db_id?: string;
            /**
             * @description Says that the model sorts.
             * @constant
             */
            model_type?: "rerank";
            /** @description Settings of the model that sorts. */
            model_parameters?: {
                /** @description The least score of a chunk that stays. */
                threshold?: number;
            };
            /**
             * Format: uuid
             * @description The integration through which the provider is reached.
             */
            readonly integration_id?: string | null;
        } | null;
        /** @description A model that rewrites the question and judges what was found before it is used. */
        OrqProxyAgenticSearch: {
            /** @description The id of the model in the workspace. */
            model_db_id: string;
            provider: components["schemas"]["OrqProvider"];
            /** @description The integration through which the provider is reached. */
            integration_id?: string | null;
        };
        /** @description A knowledge base to search before the model answers, with the orq proxy's way of sorting again. */
        OrqProxyKnowledgeBase: components["schemas"]["OrqKnowledgeBase"] & {
            rerank_config?: components["schemas"]["OrqProxyRerank"];
            agentic_rag_config?: components["schemas"]["OrqProxyAgenticSearch"];
        };
        /** @description How the orq proxy reaches the model, what it puts in front of it, and what it notes about the call. */
        OrqProxyChatRouting: {
            /** @description The name of this call in traces. */
            name?: string;
            retry?: components["schemas"]["OrqProxyRetry"];
            /** @description Models to try, in this order, when the first one fails. */
            fallbacks?: components["schemas"]["OrqFallback"][];
            prompt?: components["schemas"]["OrqPrompt"];
            contact?: components["schemas"]["OrqProxyContact"];
            thread?: components["schemas"]["OrqThread"];
            inputs?: components["schemas"]["OrqInputs"];
            cache?: components["schemas"]["OrqProxyCache"];
            /** @description Knowledge bases to search before the model answers. */
            knowledge_bases?: components["schemas"]["OrqProxyKnowledgeBase"][];
        };
        /** @description A conversation for the orq proxy, how to answer it, and how to reach the model. */
        OrqProxyChatRequest: components["schemas"]["OrqChatRequest"] & {
            /** @description The conversation so far, oldest message first. Messages are told apart by `role`. */
            messages: components["schemas"]["OrqProxyMessage"][];
            response_format?: components["schemas"]["OrqProxyResponseFormat"];
            /** @description How long to think before answering, such as `low`, `medium` or `high`. Only reasoning models heed it. */
            reasoning_effort?: string;
            thinking?: components["schemas"]["OrqProxyThinking"];
            /** @description Functions that the model may call, at most 128. May be left out, but not null. */
            tools?: components["schemas"]["OrqProxyTool"][];
            tool_choice?: components["schemas"]["OrqProxyToolChoice"];
            web_search_options?: components["schemas"]["OrqWebSearchOptions"];
            orq?: components["schemas"]["OrqProxyChatRouting"];
        };
        /** @description What a reply and an event of the orq proxy and gateway have in common. */
        OrqCompletion: {
            /** @description The id of the reply, the same in all events of a stream. */
            id?: string;
            /** @description Says whether this is a whole reply or an event. */
            object: string;
            /** @description When the reply was begun, in Unix seconds. */
            created?: number;
            /** @description The model that answered. */
            model?: string;
            /** @description Changes when the backend does; tells whether an equal `seed` can be relied on. */
            system_fingerprint?: string | null;
        };
        /** @description A token that could stand at one place, and how likely it was. */
        TopLogprob: {
            /** @description The token as text. */
            token: string;
            /** @description The natural logarithm of its probability; `-9999.0` stands for all but impossible. */
            logprob: number;
            /** @description Its UTF-8 bytes, for characters that span several tokens. Null when it has none. */
            bytes: number[] | null;
        };
        /** @description The token that was chosen at one place, and the likeliest ones there. */
        TokenLogprob: components["schemas"]["TopLogprob"] & {
            /** @description The likeliest tokens at this place, as many as `top_logprobs` asked for. Empty when it was not sent. */
            top_logprobs: components["schemas"]["TopLogprob"][];
        };
        /** @description How likely each token was. Null unless `logprobs` was true. */
        Logprobs: {
            /** @description One entry per token of the text. */
            content?: components["schemas"]["TokenLogprob"][] | null;
            /** @description One entry per token of the refusal. */
            refusal?: components["schemas"]["TokenLogprob"][] | null;
        } | null;
        /** @description How likely each token was. Null unless `logprobs` was true. */
        OrqLogprobs: components["schemas"]["Logprobs"] & (Record<string, never> | null);
        /** @description What a choice of a reply and one of an event have in common. */
        OrqChoice: {
            /**
             * @description Why the reply ended: by itself or at a stop sequence (`stop`), for lack of tokens (`length`), to call tools
             *     (`tool_calls`, formerly `function_call`), or because something was held back (`content_filter`). Null while a
             *     stream goes on.
             * @enum {string|null}
             */
            finish_reason: "stop" | "length" | "tool_calls" | "content_filter" | "function_call" | null;
            /** @description Which of the `n` replies this is, counted from 0. */
            index?: number;
            logprobs?: components["schemas"]["OrqLogprobs"];
        };
        /** @description A place in the text that rests on a web page. */
        UrlCitation: {
            /**
             * @description Says that the source is a web page.
             * @constant
             */
            type: "url_citation";
            /** @description The page, and the place in the text. */
            url_citation: {
                /** @description The first character that rests on the page, counted from 0. */
                start_index: number;
                /** @description The character after the last one. */
                end_index: number;
                /** @description The address of the page. */
                url: string;
                /** @description The title of the page. */
                title: string;
            };
        };
        /** @description What a message and its pieces have in common. */
        OrqReplyText: {
            /**
             * @description The model speaks.
             * @constant
             */
            role?: "assistant";
            /** @description The words. Null beside tool calls. */
            content?: string | null;
            /** @description Why the model would not answer. */
            refusal?: string | null;
            /** @description What the model thought before it answered. */
            reasoning?: string | null;
            /** @description Proves that the thought is the model's own. */
            reasoning_signature?: string | null;
            /** @description A thought that the provider has made unreadable. */
            redacted_reasoning?: string;
            /** @description The web pages that the words rest on, when the web was searched. */
            annotations?: components["schemas"]["UrlCitation"][];
        };
        /** @description A tool that the model wants to call. */
        OrqReplyToolCall: {
            /** @description The id of the call, to be named by the tool's answer. */
            id?: string;
            /**
             * @description The only kind of tool.
             * @constant
             */
            type?: "function";
            /** @description The function to call. */
            function?: {
                /** @description The name of the function. */
                name?: string;
                /** @description Its arguments, as JSON. Check them; the model may get them wrong. */
                arguments?: string;
            };
        };
        /** @description The reply as sound, when `modalities` asked for it. */
        ChatAudio: {
            /** @description Names this sound in a later assistant message. */
            id: string;
            /** @description Until when that id can be used, in Unix seconds. */
            expires_at: number;
            /** @description The sound, in base64, in the `audio.format` that was asked for. */
            data: string;
            /** @description The words that are spoken. */
            transcript: string;
        } | null;
        /** @description What the model answers. */
        OrqProxyReplyMessage: components["schemas"]["OrqReplyText"] & {
            /** @description Left out when there is none. */
            reasoning?: string;
            /** @description Left out when there is none. */
            reasoning_signature?: string;
            /** @description The tools that the model wants to call. */
            tool_calls?: components["schemas"]["OrqReplyToolCall"][];
            audio?: components["schemas"]["ChatAudio"];
        };
        /** @description One whole reply. */
        OrqProxyChoice: components["schemas"]["OrqChoice"] & {
            message: components["schemas"]["OrqProxyReplyMessage"];
        };
        /** @description What a call cost, in tokens. */
        TokenCounts: {
            /** @description Tokens read. */
            prompt_tokens?: number;
            /** @description Tokens written, those of the reasoning included. */
            completion_tokens?: number;
            /** @description Tokens read and written. */
            total_tokens?: number;
        };
        /** @description The tokens read, by kind. */
        PromptTokensDetails: {
            /** @description Tokens found in the provider's cache. */
            cached_tokens?: number | null;
            /** @description Tokens of the sounds that were sent. */
            audio_tokens?: number | null;
        } | null;
        /** @description The tokens written, by kind. */
        CompletionTokensDetails: {
            /** @description Tokens of the reasoning, paid but not always shown. */
            reasoning_tokens?: number | null;
            /** @description Tokens of the prediction that were used. */
            accepted_prediction_tokens?: number | null;
            /** @description Tokens of the prediction that were not used, and are paid all the same. */
            rejected_prediction_tokens?: number | null;
            /** @description Tokens of the sounds that were made. */
            audio_tokens?: number | null;
        } | null;
        /** @description What the call cost, in tokens, and of which kinds. */
        OrqUsage: components["schemas"]["TokenCounts"] & {
            prompt_tokens_details?: components["schemas"]["PromptTokensDetails"];
            completion_tokens_details?: components["schemas"]["CompletionTokensDetails"];
        };
        /** @description A whole reply of the orq proxy. */
        OrqProxyChatCompletion: components["schemas"]["OrqCompletion"] & {
            /**
             * @description A whole reply.
             * @constant
             */
            object?: "chat.completion";
            /** @description One entry per reply that was asked for. */
            choices: components["schemas"]["OrqProxyChoice"][];
            usage?: components["schemas"]["OrqUsage"];
        };
        /** @description A piece of the reply as sound. */
        ChatAudioDelta: {
            /** @description Names this sound in a later assistant message. */
            id?: string;
            /** @description The next words that are spoken. */
            transcript?: string;
            /** @description The next bytes, in base64. */
            data?: string;
            /** @description Until when the id can be used, in Unix seconds. */
            expires_at?: number;
        } | null;
        /** @description What a piece of a message of the orq proxy and one of the gateway have in common. */
        OrqDelta: components["schemas"]["OrqReplyText"] & {
            /** @description The next words of the thought. */
            reasoning?: string;
            /** @description Comes when the thought is complete. */
            reasoning_signature?: string;
            audio?: components["schemas"]["ChatAudioDelta"];
        };
        /**
         * @description A piece of a tool call. The first piece of an `index` brings id, type and name; the pieces of `function.arguments`
         *     are joined in the order they come.
         */
        ToolCallDelta: {
            /** @description Which tool call the piece belongs to, counted from 0. */
            index: number;
            /** @description The id of the call, to be named by the tool's answer. */
            id?: string;
            /** @description The kind of tool, `function`. */
            type?: string;
            /** @description The function that is called. */
            function?: {
                /** @description The name of the function. */
                name?: string;
                /** @description The next piece of its arguments, which are JSON once joined. */
                arguments?: string;
            };
        };
        /** @description A piece of a tool call; only functions are called. */
        OrqToolCallDelta: components["schemas"]["ToolCallDelta"] & {
            /**
             * @description The only kind of tool.
             * @constant
             */
            type?: "function";
        };
        /** @description A piece of a tool call. The page leaves `index` out, but no client can join the pieces without it. */
        OrqProxyToolCallDelta: components["schemas"]["OrqToolCallDelta"] & {
            /** @description Which tool call the piece belongs to, counted from 0. */
            index?: number;
        };
        /** @description The next piece of a message. */
        OrqProxyDelta: components["schemas"]["OrqDelta"] & {
            /** @description The next pieces of tool calls. */
            tool_calls?: components["schemas"]["OrqProxyToolCallDelta"][];
        };
        /** @description What one event adds to one reply. */
        OrqProxyChunkChoice: components["schemas"]["OrqChoice"] & {
            delta: components["schemas"]["OrqProxyDelta"];
        };
        /** @description One event of a stream of the orq proxy. */
        OrqProxyChatChunk: components["schemas"]["OrqCompletion"] & {
            /**
             * @description An event of a stream.
             * @constant
             */
            object?: "chat.completion.chunk";
            /** @description What the event adds to each reply. Empty in the event that brings `usage`. */
            choices: components["schemas"]["OrqProxyChunkChoice"][];
            /** @description What the call cost; only in the last event, and only if `stream_options.include_usage` asked for it. */
            usage?: components["schemas"]["OrqUsage"] | null;
        };
        /** @description How every orq API says that a request failed. */
        OrqError: {
            /** @description What went wrong. */
            error: {
                /** @description A sentence for a person, naming the field where there is one. */
                message: string;
                /** @description The family of the error, such as `invalid_request_error`. */
                type: string;
                /** @description The request field at fault, or null when no single field is. */
                param: string | null;
                /** @description A stable word for programs, such as `invalid_type`. */
                code: string;
            };
        };
        /** @description One text, as the ids of its tokens. */
        CompletionTokens: number[];
        /** @description The text to carry on, or several, as strings or as lists of token ids. Each gives one choice, in the same order. */
        CompletionPrompt: string | string[] | components["schemas"]["CompletionTokens"] | components["schemas"]["CompletionTokens"][];
        /** @description Where to stop. The text ends before the first of these that the model would write; null or nothing sets none. */
        CompletionStop: string | string[] | null;
        /** @description The text to carry on, and how. */
        CompletionRequest: {
            /** @description The model that writes, written `provider/model`, such as `openai/gpt-3.5-turbo-instruct`. */
            model: string;
            prompt: components["schemas"]["CompletionPrompt"];
            /**
             * @description Whether the text starts with the prompt itself.
             * @default false
             */
            echo?: boolean | null;
            /**
             * @description From -2 to 2. Above 0, a token is the less likely the more often it was used. The gateway does not check the range.
             * @default 0
             */
            frequency_penalty?: number | null;
            /**
             * @description The most tokens to write for each prompt. A text that reaches it ends with the reason `length`.
             * @default 16
             */
            max_tokens?: number | null;
            /**
             * @description Above 0, tokens that were used already are less likely.
             * @default 0
             */
            presence_penalty?: number | null;
            /** @description The same seed and the same request give the same text, as far as the model can. */
            seed?: number | null;
            stop?: components["schemas"]["CompletionStop"];
            /**
             * @description How freely words are chosen, from 0, the steadiest, to 2. The gateway does not check the range. Change this or `top_p`,
             *     not both.
             * @default 1
             */
            temperature?: number | null;
            /**
             * @description The share of likely words that is kept, 0.1 being the likeliest tenth. The gateway does not check the range.
             * @default 1
             */
            top_p?: number | null;
            /** @description Your name for the end user, to trace abuse. */
            user?: string;
            /**
             * @description True asks for an event stream, false or nothing for one JSON reply.
             * @default false
             */
            stream?: boolean;
        };
        /** @description What the whole reply and every chunk of a stream have. */
        CompletionFields: {
            /** @description The id of the completion, the same in every chunk. */
            id: string;
            /** @description When the completion was begun, in Unix seconds. Some servers write the number as a string. */
            created?: number | string;
            /** @description The model that wrote. */
            model: string;
            /** @description The make of the server. When it changes, the same `seed` may give another text. */
            system_fingerprint?: string;
            /** @description Always `text_completion`. */
            object: string;
        };
        /**
         * @description Why the text ended: by itself or at a stop string (`stop`), at the limit on tokens (`length`), by a filter
         *     (`content_filter`), or for a tool (`tool_calls`).
         * @enum {string}
         */
        CompletionFinishReason: "stop" | "length" | "content_filter" | "tool_calls";
        /** @description One text. */
        CompletionChoice: {
            finish_reason: components["schemas"]["CompletionFinishReason"];
            /** @description The prompt that this carries on, counted from 0. */
            index: number;
            /** @description The text, with the prompt in front when `echo` asked for it. */
            text: string;
        };
        /** @description The tokens read, by kind. */
        CompletionPromptTokenDetails: {
            /** @description Tokens that were still known from an earlier request. */
            cached_tokens?: number | null;
            /** @description Tokens of sound. */
            audio_tokens?: number | null;
        } | null;
        /** @description The tokens written, by kind. */
        CompletionTokenDetails: {
            /** @description Tokens spent on thinking. */
            reasoning_tokens?: number | null;
            /** @description Tokens of a predicted text that came true. */
            accepted_prediction_tokens?: number | null;
            /** @description Tokens of a predicted text that did not come true. They are paid for all the same. */
            rejected_prediction_tokens?: number | null;
            /** @description Tokens of sound. */
            audio_tokens?: number | null;
        } | null;
        /** @description What the completion cost, in tokens, over all prompts. */
        CompletionUsage: {
            /** @description Tokens read. */
            prompt_tokens?: number;
            /** @description Tokens written. */
            completion_tokens?: number;
            /** @description Tokens read and written. */
            total_tokens?: number;
            prompt_tokens_details?: components["schemas"]["CompletionPromptTokenDetails"];
            completion_tokens_details?: components["schemas"]["CompletionTokenDetails"];
        };
        /** @description The texts, one for each prompt. */
        CompletionReply: components["schemas"]["CompletionFields"] & {
            /** @description The texts, in the order of the prompts. */
            choices: components["schemas"]["CompletionChoice"][];
            usage?: components["schemas"]["CompletionUsage"];
        };
        /** @description A piece of one text. */
        CompletionChunkChoice: {
            /**
             * @description Why the text ended, in its last piece. Before that servers differ: null, nothing at all, or the reason already. Trust the
             *     last piece.
             */
            finish_reason?: components["schemas"]["CompletionFinishReason"] | null;
            /** @description The prompt that this carries on, counted from 0. */
            index: number;
            /** @description What to add to the text. */
            text: string;
        };
        /** @description A piece of the texts. When the usage is told, it comes last, in a chunk of its own whose `choices` are empty. */
        CompletionChunk: components["schemas"]["CompletionFields"] & {
            /** @description The pieces, one for each text that grew. */
            choices: components["schemas"]["CompletionChunkChoice"][];
            /** @description What the completion cost, null or absent until it is known. */
            usage?: components["schemas"]["CompletionUsage"] | null;
        };
        /** @description How models that think before they answer go about it. Other models pass it over. */
        ResponseReasoningSettings: {
            /**
             * @description How much to think. Less is faster and costs fewer tokens.
             * @enum {string}
             */
            effort?: "low" | "medium" | "high";
        } | null;
        /**
         * @description A part of the reply that is left out unless asked for: what the code printed, the pictures of a computer's screen, the
         *     hits of a file search, the pictures that were sent, the likelihood of each token, or the reasoning in sealed form.
         * @enum {string}
         */
        ResponseIncludable: "code_interpreter_call.outputs" | "computer_call_output.output.image_url" | "file_search_call.results" | "message.input_image.image_url" | "message.output_text.logprobs" | "reasoning.encrypted_content";
        /**
         * @description One argument, as a JSON Schema. The pages show a single `type`; clients send a list of types where null is allowed, and
         *     none where a combination of schemas or a reference stands in its place. Further keywords may stand beside these.
         */
        ResponseFunctionParameter: {
            /** @description The JSON type of the argument, such as `string`, or several of them. */
            type?: string | ("string" | "number" | "integer" | "boolean" | "object" | "array" | "null")[];
            /** @description What the argument means. */
            description?: string;
            /** @description The only values it may take. */
            enum?: (string | null)[];
        };
        /** @description The arguments of a function, as a JSON Schema that describes an object. */
        ResponseFunctionParameters: {
            /**
             * @description Always `object`.
             * @constant
             */
            type: "object";
            /** @description The arguments by name. */
            properties: {
                [key: string]: components["schemas"]["ResponseFunctionParameter"];
            };
            /** @description The arguments that have to be given. */
            required?: string[];
            /** @description Whether arguments that are not listed may be given. */
            additionalProperties?: boolean;
        };
        /** @description A function of yours. The model writes the arguments, you call it and send back what it gave. */
        ResponseFunctionTool: {
            /**
             * @description Always `function`.
             * @constant
             */
            type: "function";
            /** @description The name that calls are made under. */
            name: string;
            /** @description What the function does and when to call it. */
            description?: string | null;
            parameters: components["schemas"]["ResponseFunctionParameters"];
            /**
             * @description Whether the arguments have to fit `parameters` in every detail. Null, which clients send, leaves it unsaid.
             * @default true
             */
            strict?: boolean | null;
        };
        /** @description Where the asker is, so that what is near comes first. */
        ResponseUserLocation: {
            /**
             * @description How precise the place is.
             * @enum {string}
             */
            type?: "approximate" | "exact";
            /** @description The town, such as `Saint-Malo`. */
            city?: string | null;
            /** @description The country, as a code of two letters, such as `FR`. */
            country?: string;
            /** @description The region, such as `Bretagne`. */
            region?: string | null;
            /** @description The time zone by its IANA name, such as `Europe/Paris`. */
            timezone?: string | null;
        };
        /** @description A search of the web, made on the server's side. */
        ResponseWebSearchTool: {
            /**
             * @description Always `web_search_preview`.
             * @constant
             */
            type: "web_search_preview";
            /** @description The sites to search, and no others. */
            domains?: string[];
            /**
             * @description How much of what was found is shown to the model.
             * @default medium
             * @enum {string}
             */
            search_context_size?: "small" | "medium" | "large";
            user_location?: components["schemas"]["ResponseUserLocation"];
        };
        /** @description How hits are put in order, and how good one has to be. */
        ResponseFileSearchRanking: {
            /**
             * @description The ranker, `auto` being the newest.
             * @default auto
             * @enum {string}
             */
            ranker?: "auto" | "default_2024_08_21";
            /**
             * @description The lowest score that counts as a hit, 1 being a perfect one.
             * @default 0
             */
            score_threshold?: number;
        };
        /** @description A search in files that were uploaded before, made on the server's side. */
        ResponseFileSearchTool: {
            /**
             * @description Always `file_search`.
             * @constant
             */
            type: "file_search";
            /** @description The stores to search. */
            vector_store_ids?: string[];
            /**
             * @description The most hits to show to the model.
             * @default 20
             */
            max_num_results?: number;
            /** @description A condition on the attributes of the files. It may take any form. */
            filters?: unknown;
            ranking_options?: components["schemas"]["ResponseFileSearchRanking"];
        };
        /** @description Something the model may call, told apart by `type`. */
        ResponseTool: components["schemas"]["ResponseFunctionTool"] | components["schemas"]["ResponseWebSearchTool"] | components["schemas"]["ResponseFileSearchTool"];
        /**
         * @description With `none` no tool is called, with `required` one at least, with `auto` the model decides.
         * @enum {string}
         */
        ResponseToolChoiceMode: "none" | "auto" | "required";
        /** @description A tool that runs on the server's side. */
        ResponseToolChoiceHosted: {
            /**
             * @description The tool.
             * @enum {string}
             */
            type: "file_search" | "web_search_preview" | "computer_use_preview" | "code_interpreter" | "image_generation";
        };
        /** @description One of your functions. */
        ResponseToolChoiceFunction: {
            /**
             * @description Always `function`.
             * @constant
             */
            type: "function";
            /** @description The name of the function. */
            name: string;
        };
        /** @description A tool of an MCP server. */
        ResponseToolChoiceMcp: {
            /**
             * @description Always `mcp`.
             * @constant
             */
            type: "mcp";
            /** @description The name under which the server was given. */
            server_label: string;
            /** @description The tool of that server, any of them when null. */
            name?: string | null;
        };
        /** @description Whether a tool is called, and which. A word leaves the tool to the model, an object names it by its `type`. */
        ResponseToolChoice: components["schemas"]["ResponseToolChoiceMode"] | components["schemas"]["ResponseToolChoiceHosted"] | components["schemas"]["ResponseToolChoiceFunction"] | components["schemas"]["ResponseToolChoiceMcp"];
        /** @description What both orq Responses operations take; each adds its own `input` and `text`. */
        ResponseRequest: {
            /** @description The model that answers, written `provider/model`, such as `openai/gpt-4o-mini`. */
            model: string;
            /** @description Rules for this answer, read before the input. They are not carried over by `previous_response_id`: send them again. */
            instructions?: string | null;
            /** @description The id of an earlier, stored response whose conversation goes on here. */
            previous_response_id?: string | null;
            /** @description Your own pairs of name and text, handed back unchanged in the reply. */
            metadata?: {
                [key: string]: string;
            };
            /** @description How freely words are chosen, 0 being the steadiest. Change this or `top_p`, not both. */
            temperature?: number | null;
            /** @description The share of likely words that is kept, 0.1 being the likeliest tenth. Change this or `temperature`, not both. */
            top_p?: number | null;
            reasoning?: components["schemas"]["ResponseReasoningSettings"];
            /**
             * @description The most tokens to write, reasoning included. When it is reached the response ends as `incomplete`, with the reason
             *     `max_output_tokens`.
             */
            max_output_tokens?: number | null;
            /** @description Bulky parts that the reply leaves out unless they are named here. */
            include?: components["schemas"]["ResponseIncludable"][] | null;
            /** @description Whether one answer may call several tools. */
            parallel_tool_calls?: boolean | null;
            /**
             * @description Whether the response is kept, so that `previous_response_id` can name it.
             * @default true
             */
            store?: boolean | null;
            /** @description What the model may call. */
            tools?: components["schemas"]["ResponseTool"][];
            tool_choice?: components["schemas"]["ResponseToolChoice"];
            /**
             * @description True asks for an event stream, false or nothing for one JSON reply.
             * @default false
             */
            stream?: boolean;
        };
        /** @description A text. */
        ResponseInputText: {
            /**
             * @description Always `input_text`.
             * @constant
             */
            type: "input_text";
            /** @description The words. */
            text: string;
        };
        /** @description A picture, by link or by the id of a file that was uploaded before. */
        ResponseInputImage: {
            /**
             * @description Always `input_image`.
             * @constant
             */
            type: "input_image";
            /**
             * @description How closely to look. `low` costs fewer tokens, `auto` leaves it to the model.
             * @default auto
             * @enum {string}
             */
            detail?: "high" | "low" | "auto";
            /** @description The id of an uploaded picture. */
            file_id?: string | null;
            /** @description Where the picture is, or the picture itself as a `data:` URL. */
            image_url?: string | null;
        };
        /** @description A file, by its bytes, its link or its id. */
        ResponseInputFile: {
            /**
             * @description Always `input_file`.
             * @constant
             */
            type: "input_file";
            /** @description The bytes of the file, as text. */
            file_data?: string;
            /** @description The id of an uploaded file. */
            file_id?: string;
            /** @description The name of the file. */
            filename?: string;
            /** @description Where the file can be fetched. */
            file_url?: string;
        };
        /** @description One part of a message, told apart by `type`. */
        ResponseInputPart: components["schemas"]["ResponseInputText"] | components["schemas"]["ResponseInputImage"] | components["schemas"]["ResponseInputFile"];
        /** @description Something said to the model, or an earlier answer given as plain text. */
        ResponseInputMessage: {
            /**
             * @description Who says it. `developer` and `system` set rules that weigh more than the words of the `user`.
             * @enum {string}
             */
            role: "user" | "assistant" | "system" | "developer";
            /** @description What is said, as one text or in parts. */
            content: string | components["schemas"]["ResponseInputPart"][];
        };
        /**
         * @description How far the item got. An `incomplete` item was cut short and is the last one.
         * @enum {string}
         */
        ResponseItemStatus: "in_progress" | "completed" | "incomplete" | "failed";
        /** @description A page of the web that a stretch of the text rests on. */
        ResponseUrlCitation: {
            /**
             * @description Always `url_citation`.
             * @constant
             */
            type: "url_citation";
            /** @description Where the stretch begins, in characters from 0. */
            start_index: number;
            /** @description Where the stretch ends, in characters from 0. */
            end_index: number;
            /** @description The address of the page. */
            url: string;
            /** @description The title of the page. */
            title: string;
        };
        /** @description A file that the text rests on. */
        ResponseFileCitation: {
            /**
             * @description Always `file_citation`.
             * @constant
             */
            type: "file_citation";
            /** @description Where in the text the source belongs, in characters from 0. */
            index: number;
            /** @description The id of the file. */
            file_id: string;
            /** @description The name of the file. */
            filename: string;
        };
        /** @description A file that a tool made and that a stretch of the text speaks of. */
        ResponseContainerFileCitation: {
            /**
             * @description Always `container_file_citation`.
             * @constant
             */
            type: "container_file_citation";
            /** @description The container that holds the file. */
            container_id: string;
            /** @description The id of the file. */
            file_id: string;
            /** @description The name of the file. */
            filename: string;
            /** @description Where the stretch begins, in characters from 0. */
            start_index: number;
            /** @description Where the stretch ends, in characters from 0. */
            end_index: number;
        };
        /** @description A file that the text points to. */
        ResponseFilePath: {
            /**
             * @description Always `file_path`.
             * @constant
             */
            type: "file_path";
            /** @description The id of the file. */
            file_id: string;
            /** @description Where in the text the file is meant, in characters from 0. */
            index: number;
        };
        /** @description A source of a text or a file it speaks of, told apart by `type`. The pages name the first two. */
        ResponseAnnotation: components["schemas"]["ResponseUrlCitation"] | components["schemas"]["ResponseFileCitation"] | components["schemas"]["ResponseContainerFileCitation"] | components["schemas"]["ResponseFilePath"];
        /** @description A text that the model wrote, with its sources. */
        ResponseOutputText: {
            /**
             * @description Always `output_text`.
             * @constant
             */
            type: "output_text";
            /** @description The words. */
            text: string;
            /**
             * @description The sources of the text and the files it speaks of.
             * @default []
             */
            annotations?: components["schemas"]["ResponseAnnotation"][];
            /** @description The likelihood of each token, where it was asked for. */
            logprobs?: unknown[];
        };
        /** @description The model's words for why it does not answer. */
        ResponseRefusal: {
            /**
             * @description Always `refusal`.
             * @constant
             */
            type: "refusal";
            /** @description The words. */
            refusal: string;
        };
        /** @description A part of an answer, told apart by `type`. The pages name `output_text` alone. */
        ResponseMessagePart: components["schemas"]["ResponseOutputText"] | components["schemas"]["ResponseRefusal"];
        /** @description An answer of an earlier reply, sent back with its own parts. No page names it, but a conversation sent back needs it. */
        ResponseInputAnswer: {
            /**
             * @description Always `message`. It may be left out.
             * @constant
             */
            type?: "message";
            /** @description The id the message came with. */
            id?: string;
            /**
             * @description Always `assistant`.
             * @constant
             */
            role: "assistant";
            status?: components["schemas"]["ResponseItemStatus"];
            /** @description The parts of the answer. */
            content: components["schemas"]["ResponseMessagePart"][];
        };
        /** @description What your function gave back for a call the model made. */
        ResponseInputToolResult: {
            /**
             * @description Always `function_call_output`.
             * @constant
             */
            type: "function_call_output";
            /** @description The `call_id` of the call that this answers. */
            call_id: string;
            /** @description The outcome, as text; JSON has to be written out. */
            output: string;
        };
        /**
         * @description A call the model made in an earlier reply, sent back ahead of its result. The proxy's page does not name it, and clients
         *     send it with or without the id and the status it came with.
         */
        OrqProxyResponseInputFunctionCall: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description The id of the item. */
            id?: string;
            /** @description The id that the result names. */
            call_id: string;
            /** @description The function that was called. */
            name: string;
            /** @description The arguments, as JSON in a string. */
            arguments: string;
            /** @description How far the call got, usually `completed`. */
            status?: string;
        };
        /** @description What every item of the output has. */
        ResponseItem: {
            /** @description The id of the item, which the events of a stream name as `item_id`. */
            id: string;
        };
        /** @description Thoughts of the model, summed up. */
        ResponseSummaryText: {
            /**
             * @description Always `summary_text`.
             * @constant
             */
            type: "summary_text";
            /** @description The summary. */
            text: string;
        };
        /** @description Thoughts of the model in the open. */
        ResponseReasoningText: {
            /**
             * @description Always `reasoning_text`.
             * @constant
             */
            type: "reasoning_text";
            /** @description The thoughts. */
            text: string;
        };
        /** @description The thoughts that led to the answer. Sent back with the conversation, they need not be thought twice. */
        ResponseReasoning: {
            /**
             * @description Always `reasoning`.
             * @constant
             */
            type: "reasoning";
            /** @description The thoughts summed up, none unless asked for. */
            summary: components["schemas"]["ResponseSummaryText"][];
            /** @description The thoughts themselves, from models that show them. */
            content?: components["schemas"]["ResponseReasoningText"][];
            /** @description The thoughts in sealed form, where `include` asked for them. */
            encrypted_content?: string | null;
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description What the model did on the web. No page names it; servers send it. */
        ResponseWebSearchAction: {
            /** @description A search (`search`), a page that was opened (`open_page`), or words that were looked for in it (`find_in_page`). */
            type: string;
            /** @description The words searched for. */
            query?: string;
            /** @description The words searched for, when there were several searches. */
            queries?: string[];
            /** @description The pages found. */
            sources?: Record<string, never>[];
            /** @description The page that was opened or looked through. */
            url?: string | null;
            /** @description The words looked for in the page. */
            pattern?: string;
        };
        /** @description A search of the web that the model made. */
        ResponseWebSearchCall: {
            /**
             * @description Always `web_search_call`.
             * @constant
             */
            type: "web_search_call";
            /**
             * @description How far the search got.
             * @enum {string}
             */
            status: "in_progress" | "searching" | "completed" | "incomplete" | "failed";
            action?: components["schemas"]["ResponseWebSearchAction"];
        } & components["schemas"]["ResponseItem"];
        /** @description A search in files that the model made. */
        ResponseFileSearchCall: {
            /**
             * @description Always `file_search_call`.
             * @constant
             */
            type: "file_search_call";
            /**
             * @description How far the search got.
             * @enum {string}
             */
            status: "in_progress" | "searching" | "completed" | "incomplete" | "failed";
            /** @description The words searched for. */
            queries?: string[];
            /** @description The hits, each with `file_id`, `filename`, `score`, `text` and `attributes`. Null or absent unless `include` asked for them. */
            results?: unknown;
        } & components["schemas"]["ResponseItem"];
        /**
         * @description Stands for an item of an earlier, stored response, so that it need not be sent again. No page names it, but clients send it
         *     in place of the items they were given.
         */
        ResponseInputItemReference: {
            /**
             * @description Always `item_reference`.
             * @constant
             */
            type: "item_reference";
            /** @description The id of the item. */
            id: string;
        };
        /**
         * @description One step of the conversation: a message, what a tool gave back, or an item of an earlier reply sent back as it came. A
         *     message is known by its `role` and `content`, every other item by its `type`.
         */
        OrqProxyResponseInputItem: components["schemas"]["ResponseInputMessage"] | components["schemas"]["ResponseInputAnswer"] | components["schemas"]["ResponseInputToolResult"] | components["schemas"]["OrqProxyResponseInputFunctionCall"] | components["schemas"]["ResponseReasoning"] | components["schemas"]["ResponseWebSearchCall"] | components["schemas"]["ResponseFileSearchCall"] | components["schemas"]["ResponseInputItemReference"];
        /** @description What the model answers, as one text or as the items of a conversation in the order they came. */
        OrqProxyResponseInput: string | components["schemas"]["OrqProxyResponseInputItem"][];
        /** @description Plain text, which is what comes when no format is asked for. */
        ResponseTextFormatPlain: {
            /**
             * @description Always `text`.
             * @constant
             */
            type: "text";
        };
        /** @description Some JSON object. The input has to ask for JSON in words too. */
        ResponseTextFormatJsonObject: {
            /**
             * @description Always `json_object`.
             * @constant
             */
            type: "json_object";
        };
        /** @description JSON that fits the schema sent along. Each API says on its own how `strict` is written. */
        ResponseTextFormatJsonSchema: {
            /**
             * @description Always `json_schema`.
             * @constant
             */
            type: "json_schema";
            /** @description What the schema is called. */
            name: string;
            /** @description What the object is for, as a help to the model. */
            description?: string;
            /** @description The JSON Schema that the answer fits. */
            schema: {
                [key: string]: unknown;
            };
        };
        /** @description JSON that fits the schema sent along. On the proxy `strict` may be null. */
        OrqProxyResponseTextFormatJsonSchema: {
            /**
             * @description Always `json_schema`.
             * @constant
             */
            type: "json_schema";
            /**
             * @description Whether the answer has to fit the schema in every detail.
             * @default true
             */
            strict?: boolean | null;
        } & WithRequired<components["schemas"]["ResponseTextFormatJsonSchema"], "type">;
        /** @description Plain text, any JSON object, or JSON that fits a schema, told apart by `type`. */
        OrqProxyResponseTextFormat: components["schemas"]["ResponseTextFormatPlain"] | components["schemas"]["ResponseTextFormatJsonObject"] | components["schemas"]["OrqProxyResponseTextFormatJsonSchema"];
        /** @description The form of the text. An empty object asks for nothing in particular. */
        OrqProxyResponseText: {
            format?: components["schemas"]["OrqProxyResponseTextFormat"];
        } | null;
        /** @description What to answer through the orq proxy, with which tools, and in which form. */
        OrqProxyResponseRequest: components["schemas"]["ResponseRequest"] & {
            input: components["schemas"]["OrqProxyResponseInput"];
            text?: components["schemas"]["OrqProxyResponseText"];
        };
        /**
         * @description How far the response got. `incomplete` was cut short, see `incomplete_details`; `failed` went wrong, see `error`. `queued`
         *     and `cancelled` are only seen on responses made in the background.
         * @enum {string}
         */
        ResponseStatus: "completed" | "failed" | "in_progress" | "incomplete" | "queued" | "cancelled";
        /** @description Why the response failed, null unless it did. */
        ResponseError: {
            /** @description A word for programs, such as `server_error` or `rate_limit_exceeded`. */
            code: string;
            /** @description A sentence for a person. */
            message: string;
        } | null;
        /** @description Why the response was cut short, null unless it was. */
        ResponseIncompleteDetails: {
            /**
             * @description The limit on tokens was reached, or a filter stepped in.
             * @enum {string}
             */
            reason: "max_output_tokens" | "content_filter";
        } | null;
        /** @description An answer in words. */
        ResponseMessage: {
            /**
             * @description Always `message`.
             * @constant
             */
            type: "message";
            /**
             * @description Always `assistant`.
             * @constant
             */
            role: "assistant";
            status: components["schemas"]["ResponseItemStatus"];
            /**
             * @description The parts of the answer, none as long as nothing was written.
             * @default []
             */
            content?: components["schemas"]["ResponseMessagePart"][];
            /** @description Whether this is said on the way (`commentary`) or is what was asked for (`final_answer`). Only some models tell. */
            phase?: string | null;
        } & components["schemas"]["ResponseItem"];
        /** @description A call of one of your functions. Make it, and send back a `function_call_output` with the same `call_id`. */
        ResponseFunctionCall: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description The id that the result has to name. It is not the `id` of the item. */
            call_id: string;
            /** @description The function. */
            name: string;
            /** @description The arguments, as JSON in a string; empty or cut off as long as the call is not complete. */
            arguments: string;
            status: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description The outcome of a call, as one text or as texts, pictures and files. */
        ResponseToolOutput: string | components["schemas"]["ResponseInputPart"][];
        /** @description What a function gave back, as an item of a conversation. */
        ResponseFunctionCallOutput: {
            /**
             * @description Always `function_call_output`.
             * @constant
             */
            type: "function_call_output";
            /** @description The call that this answers. */
            call_id: string;
            output: components["schemas"]["ResponseToolOutput"];
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description An earlier part of the conversation, pressed into a short sealed form. */
        ResponseCompaction: {
            /**
             * @description Always `compaction`.
             * @constant
             */
            type: "compaction";
            /** @description The sealed form. */
            encrypted_content: string;
        } & components["schemas"]["ResponseItem"];
        /** @description A call of a tool that takes free text in place of JSON. */
        ResponseCustomToolCall: {
            /**
             * @description Always `custom_tool_call`.
             * @constant
             */
            type: "custom_tool_call";
            /** @description The id that the result has to name. */
            call_id: string;
            /** @description The tool. */
            name: string;
            /** @description What the tool is given. */
            input: string;
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description What a tool for free text gave back. */
        ResponseCustomToolCallOutput: {
            /**
             * @description Always `custom_tool_call_output`.
             * @constant
             */
            type: "custom_tool_call_output";
            /** @description The call that this answers. */
            call_id: string;
            output: components["schemas"]["ResponseToolOutput"];
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description Something that came out of code, a log with its `logs` or a picture with its `url`. */
        ResponseCodeOutput: {
            /**
             * @description The kind of output.
             * @enum {string}
             */
            type: "logs" | "image";
            /** @description What was printed. */
            logs?: string;
            /** @description Where the picture can be fetched. */
            url?: string;
        };
        /** @description Code that the model wrote and ran. */
        ResponseCodeInterpreterCall: {
            /**
             * @description Always `code_interpreter_call`.
             * @constant
             */
            type: "code_interpreter_call";
            /**
             * @description How far the code got.
             * @enum {string}
             */
            status: "in_progress" | "interpreting" | "completed" | "incomplete" | "failed";
            /** @description The container it ran in. */
            container_id?: string;
            /** @description The code, null as long as it is not known. */
            code?: string | null;
            /** @description What came out, null unless `include` asked for it. */
            outputs?: components["schemas"]["ResponseCodeOutput"][] | null;
        } & components["schemas"]["ResponseItem"];
        /** @description A picture that the model had drawn. */
        ResponseImageGenerationCall: {
            /**
             * @description Always `image_generation_call`.
             * @constant
             */
            type: "image_generation_call";
            /**
             * @description How far the picture got.
             * @enum {string}
             */
            status: "in_progress" | "generating" | "completed" | "incomplete" | "failed";
            /** @description The bytes of the picture in base64, null or absent as long as it is not done. */
            result?: string | null;
        } & components["schemas"]["ResponseItem"];
        /** @description One thing to do on a screen, with the places, keys or words that belong to its type. */
        ResponseComputerAction: {
            /** @description What to do, such as `click`, `scroll`, `type` or `screenshot`. */
            type: string;
        };
        /** @description A doubt about something to do on a screen. */
        ResponseSafetyCheck: {
            /** @description The id of the doubt. */
            id: string;
            /** @description A word for programs. */
            code?: string | null;
            /** @description A sentence for a person. */
            message?: string | null;
        };
        /** @description Something the model wants done on a screen, such as a click. */
        ResponseComputerCall: {
            /**
             * @description Always `computer_call`.
             * @constant
             */
            type: "computer_call";
            /** @description The id that the picture of the screen has to name. */
            call_id: string;
            status: components["schemas"]["ResponseItemStatus"];
            action?: components["schemas"]["ResponseComputerAction"];
            /** @description What to do, when it is several things at once. */
            actions?: components["schemas"]["ResponseComputerAction"][];
            /** @description Doubts that somebody has to set aside first. */
            pending_safety_checks?: components["schemas"]["ResponseSafetyCheck"][];
        } & components["schemas"]["ResponseItem"];
        /** @description The screen after something was done on it. */
        ResponseComputerCallOutput: {
            /**
             * @description Always `computer_call_output`.
             * @constant
             */
            type: "computer_call_output";
            /** @description The call that this answers. */
            call_id: string;
            /** @description The picture of the screen, with `type` and `image_url` or `file_id`. */
            output: Record<string, never>;
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description A call of a tool of an MCP server, made on the server's side. */
        ResponseMcpCall: {
            /**
             * @description Always `mcp_call`.
             * @constant
             */
            type: "mcp_call";
            /** @description The name under which the server was given. */
            server_label: string;
            /** @description The tool. */
            name: string;
            /** @description The arguments, as JSON in a string. */
            arguments: string;
            /** @description What the tool gave back. */
            output?: string | null;
            /** @description What went wrong, null when nothing did. Some servers send a text, some an object. */
            error?: unknown;
            /** @description The question that was answered with yes before the call. */
            approval_request_id?: string | null;
            /**
             * @description How far the call got.
             * @enum {string}
             */
            status?: "in_progress" | "calling" | "completed" | "incomplete" | "failed";
        } & components["schemas"]["ResponseItem"];
        /** @description A tool of an MCP server. */
        ResponseMcpTool: {
            /** @description The name of the tool. */
            name: string;
            /** @description What it does. */
            description?: string | null;
            /** @description Its arguments, as a JSON Schema. */
            input_schema: unknown;
            /** @description What the server says of the tool beyond that, or null. */
            annotations?: unknown;
        };
        /** @description The tools that an MCP server offers. */
        ResponseMcpListTools: {
            /**
             * @description Always `mcp_list_tools`.
             * @constant
             */
            type: "mcp_list_tools";
            /** @description The name under which the server was given. */
            server_label: string;
            /** @description The tools, none as long as the list is being fetched. */
            tools: components["schemas"]["ResponseMcpTool"][];
            /** @description Why there is no list, null or absent when there is one. Some servers send a text, some an object. */
            error?: unknown;
        } & components["schemas"]["ResponseItem"];
        /** @description The question whether a tool of an MCP server may be called. */
        ResponseMcpApprovalRequest: {
            /**
             * @description Always `mcp_approval_request`.
             * @constant
             */
            type: "mcp_approval_request";
            /** @description The name under which the server was given. */
            server_label: string;
            /** @description The tool. */
            name: string;
            /** @description The arguments, as JSON in a string. */
            arguments: string;
        } & components["schemas"]["ResponseItem"];
        /** @description The answer to the question whether a tool may be called. */
        ResponseMcpApprovalResponse: {
            /**
             * @description Always `mcp_approval_response`.
             * @constant
             */
            type: "mcp_approval_response";
            /** @description The question. */
            approval_request_id: string;
            /** @description Whether the tool may be called. */
            approve: boolean;
            /** @description Why, or why not. */
            reason?: string | null;
        } & components["schemas"]["ResponseItem"];
        /** @description What to run, and within which limits. */
        ResponseShellAction: {
            /** @description The commands, in order. */
            commands: string[];
            /** @description The most characters of output to send back. */
            max_output_length?: number | null;
            /** @description How long the commands may run, in milliseconds. */
            timeout_ms?: number | null;
        };
        /** @description Commands that the model wants run in a shell. */
        ResponseShellCall: {
            /**
             * @description Always `shell_call`.
             * @constant
             */
            type: "shell_call";
            /** @description The id that the outcome has to name. */
            call_id: string;
            action: components["schemas"]["ResponseShellAction"];
            status: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description How a command ended. */
        ResponseShellOutcome: {
            /**
             * @description On its own, or because its time was up.
             * @enum {string}
             */
            type: "exit" | "timeout";
            /** @description The exit code of a command that ended on its own. */
            exit_code?: number;
        };
        /** @description What one command gave back. */
        ResponseShellOutput: {
            /** @description What it printed. */
            stdout: string;
            /** @description What it complained of. */
            stderr: string;
            outcome: components["schemas"]["ResponseShellOutcome"];
        };
        /** @description What commands in a shell gave back. */
        ResponseShellCallOutput: {
            /**
             * @description Always `shell_call_output`.
             * @constant
             */
            type: "shell_call_output";
            /** @description The call that this answers. */
            call_id: string;
            /** @description What each command gave back. */
            output: components["schemas"]["ResponseShellOutput"][];
            /** @description The most characters of output that were to be sent back. */
            max_output_length?: number | null;
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description A command that the model wants run in a shell of yours. */
        ResponseLocalShellCall: {
            /**
             * @description Always `local_shell_call`.
             * @constant
             */
            type: "local_shell_call";
            /** @description The id that the outcome has to name. */
            call_id: string;
            /** @description The command with its environment, user, directory and time limit. */
            action: Record<string, never>;
            status: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description What a command in a shell of yours gave back. */
        ResponseLocalShellCallOutput: {
            /**
             * @description Always `local_shell_call_output`.
             * @constant
             */
            type: "local_shell_call_output";
            /** @description The outcome, as JSON in a string. */
            output: string;
            /** @description How far it got, or null. */
            status?: components["schemas"]["ResponseItemStatus"] | null;
        } & components["schemas"]["ResponseItem"];
        /** @description What to do to which file. */
        ResponsePatchOperation: {
            /**
             * @description What to do.
             * @enum {string}
             */
            type: "create_file" | "update_file" | "delete_file";
            /** @description The file. */
            path: string;
            /** @description The change, for a file that is made or updated. */
            diff?: string;
        };
        /** @description A change to a file that the model wants made. */
        ResponseApplyPatchCall: {
            /**
             * @description Always `apply_patch_call`.
             * @constant
             */
            type: "apply_patch_call";
            /** @description The id that the outcome has to name. */
            call_id: string;
            operation: components["schemas"]["ResponsePatchOperation"];
            status: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description Whether a change to a file was made. */
        ResponseApplyPatchCallOutput: {
            /**
             * @description Always `apply_patch_call_output`.
             * @constant
             */
            type: "apply_patch_call_output";
            /** @description The call that this answers. */
            call_id: string;
            status: components["schemas"]["ResponseItemStatus"];
            /** @description A note on how it went. */
            output?: string | null;
        } & components["schemas"]["ResponseItem"];
        /** @description A search for tools that were not loaded at the start. */
        ResponseToolSearchCall: {
            /**
             * @description Always `tool_search_call`.
             * @constant
             */
            type: "tool_search_call";
            /** @description The id that the outcome has to name, null when the server searches. */
            call_id?: string | null;
            /** @description Who searches, `server` or `client`. */
            execution?: string;
            /** @description What to search for. */
            arguments?: unknown;
            status: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description A function that was offered. */
        ResponseFunctionToolEcho: {
            /**
             * @description Always `function`.
             * @constant
             */
            type: "function";
            /** @description The name that calls are made under. */
            name: string;
            /** @description What the function does. */
            description?: string | null;
            /** @description The arguments, as a JSON Schema. */
            parameters?: Record<string, never> | null;
            /** @description Whether the arguments have to fit `parameters` in every detail. */
            strict?: boolean | null;
        };
        /** @description A tool that runs on the server's side, or that takes free text, with its settings. */
        ResponseOtherToolEcho: {
            /** @description The type of the tool, such as `web_search_preview`. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A tool that was offered. Servers fill in what was left out, and know more tools than a request may name. */
        ResponseToolEcho: components["schemas"]["ResponseFunctionToolEcho"] | components["schemas"]["ResponseOtherToolEcho"];
        /** @description The tools that were found. */
        ResponseToolSearchOutput: {
            /**
             * @description Always `tool_search_output`.
             * @constant
             */
            type: "tool_search_output";
            /** @description The call that this answers, null when the server searched. */
            call_id?: string | null;
            /** @description Who searched, `server` or `client`. */
            execution?: string;
            /** @description The tools. */
            tools: components["schemas"]["ResponseToolEcho"][];
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /** @description Tools that joined the conversation on the way. */
        ResponseAdditionalTools: {
            /**
             * @description Always `additional_tools`.
             * @constant
             */
            type: "additional_tools";
            /** @description Who brought them. */
            role: string;
            /** @description The tools. */
            tools: components["schemas"]["ResponseToolEcho"][];
        } & components["schemas"]["ResponseItem"];
        /** @description A program that the model wrote to call tools. */
        ResponseProgram: {
            /**
             * @description Always `program`.
             * @constant
             */
            type: "program";
            /** @description The id that the outcome names. */
            call_id: string;
            /** @description The program. */
            code: string;
            /** @description A mark by which the program is known again. */
            fingerprint?: string;
        } & components["schemas"]["ResponseItem"];
        /** @description What a program that calls tools gave back. */
        ResponseProgramOutput: {
            /**
             * @description Always `program_output`.
             * @constant
             */
            type: "program_output";
            /** @description The program that this answers. */
            call_id: string;
            /** @description The outcome. */
            result: string;
            status?: components["schemas"]["ResponseItemStatus"];
        } & components["schemas"]["ResponseItem"];
        /**
         * @description One thing the model did, told apart by `type`. The two pages name four: `message`, `web_search_call`, `file_search_call` and
         *     `function_call`. The others come from models behind the gateway that think or use tools of their own.
         */
        ResponseOutputItem: components["schemas"]["ResponseMessage"] | components["schemas"]["ResponseWebSearchCall"] | components["schemas"]["ResponseFileSearchCall"] | components["schemas"]["ResponseFunctionCall"] | components["schemas"]["ResponseFunctionCallOutput"] | components["schemas"]["ResponseReasoning"] | components["schemas"]["ResponseCompaction"] | components["schemas"]["ResponseCustomToolCall"] | components["schemas"]["ResponseCustomToolCallOutput"] | components["schemas"]["ResponseCodeInterpreterCall"] | components["schemas"]["ResponseImageGenerationCall"] | components["schemas"]["ResponseComputerCall"] | components["schemas"]["ResponseComputerCallOutput"] | components["schemas"]["ResponseMcpCall"] | components["schemas"]["ResponseMcpListTools"] | components["schemas"]["ResponseMcpApprovalRequest"] | components["schemas"]["ResponseMcpApprovalResponse"] | components["schemas"]["ResponseShellCall"] | components["schemas"]["ResponseShellCallOutput"] | components["schemas"]["ResponseLocalShellCall"] | components["schemas"]["ResponseLocalShellCallOutput"] | components["schemas"]["ResponseApplyPatchCall"] | components["schemas"]["ResponseApplyPatchCallOutput"] | components["schemas"]["ResponseToolSearchCall"] | components["schemas"]["ResponseToolSearchOutput"] | components["schemas"]["ResponseAdditionalTools"] | components["schemas"]["ResponseProgram"] | components["schemas"]["ResponseProgramOutput"];
        /** @description The tokens read, by kind. */
        ResponseInputTokenDetails: {
            /** @description Tokens that were still known from an earlier request. */
            cached_tokens?: number;
        };
        /** @description The tokens written, by kind. */
        ResponseOutputTokenDetails: {
            /** @description Tokens spent on thinking. */
            reasoning_tokens?: number;
            /** @description Tokens of a predicted text that came true. */
            accepted_prediction_tokens?: number;
            /** @description Tokens of a predicted text that did not come true. They are paid for all the same. */
            rejected_prediction_tokens?: number;
        };
        /** @description What the response cost, in tokens. */
        ResponseUsage: {
            /** @description Tokens read. */
            input_tokens?: number;
            /** @description Tokens written, reasoning included. */
            output_tokens?: number;
            /** @description Tokens read and written. */
            total_tokens?: number;
            input_tokens_details?: components["schemas"]["ResponseInputTokenDetails"];
            output_tokens_details?: components["schemas"]["ResponseOutputTokenDetails"];
        };
        /** @description The function, in the older form. */
        ResponseToolChoiceFunctionName: {
            /** @description The name of the function. */
            name: string;
        };
        /** @description A tool by its type and, where it has one, its name. */
        ResponseToolChoiceNamed: {
            /** @description The type of the tool, such as `function`. */
            type: string;
            /** @description The name of the tool. */
            name?: string | null;
            function?: components["schemas"]["ResponseToolChoiceFunctionName"];
        };
        /**
         * @description The choice of tool that was sent. For a function the pages show its name inside `function`, servers send it beside `type`;
         *     both are taken.
         */
        ResponseToolChoiceEcho: components["schemas"]["ResponseToolChoiceMode"] | components["schemas"]["ResponseToolChoiceNamed"];
        /** @description How the model thought. */
        ResponseReasoningEcho: {
            /** @description How much it was to think, such as `low`. */
            effort?: string | null;
            /** @description How the thinking is summed up for the reader, such as `auto`. */
            summary?: string | null;
        } | null;
        /** @description JSON that fits a schema, as the server read it; what was left out may come back as null. */
        ResponseTextFormatJsonSchemaEcho: {
            /**
             * @description Always `json_schema`.
             * @constant
             */
            type: "json_schema";
            /** @description What the schema is called. */
            name: string;
            /** @description What the object is for. */
            description?: string | null;
            /** @description The JSON Schema that the answer fits. */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @description Whether the answer has to fit the schema in every detail.
             * @default true
             */
            strict?: boolean | null;
        };
        /** @description Plain text, any JSON object, or JSON that fits a schema, told apart by `type`. */
        ResponseTextFormatEcho: components["schemas"]["ResponseTextFormatPlain"] | components["schemas"]["ResponseTextFormatJsonObject"] | components["schemas"]["ResponseTextFormatJsonSchemaEcho"];
        /** @description The form of the text that was asked for. */
        ResponseTextEcho: {
            format?: components["schemas"]["ResponseTextFormatEcho"];
            /** @description How wordy the answer is, such as `medium`. */
            verbosity?: string | null;
        };
        /**
         * @description One response: the whole of it as the JSON reply, and how far it got inside the events of a stream, where `output` is still
         *     empty and `usage` null at the start.
         */
        ResponseReply: {
            /** @description The id, which a later request may name as its `previous_response_id`. */
            id: string;
            /**
             * @description Always `response`.
             * @constant
             */
            object: "response";
            /** @description When the response was begun, in Unix seconds. */
            created_at: number;
            status: components["schemas"]["ResponseStatus"];
            error: components["schemas"]["ResponseError"];
            incomplete_details: components["schemas"]["ResponseIncompleteDetails"];
            /** @description The model that answered. */
            model: string;
            /** @description The rules that were sent. */
            instructions?: string | null;
            /** @description What the model did, item by item, in order. Do not count on the first item being the answer. */
            output: components["schemas"]["ResponseOutputItem"][];
            /** @description All texts of the answer, joined. */
            output_text?: string | null;
            /** @description What the response cost, null as long as it is not known. */
            usage?: components["schemas"]["ResponseUsage"] | null;
            /** @description The temperature that was used. */
            temperature?: number | null;
            /** @description The share of likely words that was kept. */
            top_p?: number | null;
            /** @description The limit on tokens that was sent. */
            max_output_tokens?: number | null;
            /** @description Whether one answer may call several tools. */
            parallel_tool_calls: boolean;
            /** @description The response whose conversation this one goes on with. */
            previous_response_id?: string | null;
            /** @description Your own pairs of name and text, as they were sent. */
            metadata?: {
                [key: string]: string;
            } | null;
            tool_choice?: components["schemas"]["ResponseToolChoiceEcho"];
            /** @description The tools that were offered, as the server read them. */
            tools?: components["schemas"]["ResponseToolEcho"][];
            reasoning?: components["schemas"]["ResponseReasoningEcho"];
            /** @description Whether the response is kept. */
            store?: boolean;
            text?: components["schemas"]["ResponseTextEcho"];
            /**
             * @description What happens to a conversation that is too long. `auto` drops its middle, `disabled` fails.
             * @default disabled
             * @enum {string|null}
             */
            truncation?: "auto" | "disabled" | null;
            /** @description Your name for the end user. */
            user?: string | null;
            /**
             * @description The class of service that was used.
             * @enum {string|null}
             */
            service_tier?: "auto" | "default" | "flex" | "scale" | "priority" | null;
            /** @description Whether the response was made while nobody waited for it. */
            background?: boolean | null;
            /** @description How many likely tokens are told for each place in the text. */
            top_logprobs?: number | null;
            /** @description Whether the likelihood of the tokens is told. */
            logprobs?: boolean | null;
        };
        /** @description What every event of a response stream has. */
        ResponseEvent: {
            /** @description The name of the event, which is also the name that the stream gives it. */
            type: string;
            /** @description The place of the event in the stream. It starts at 0 or 1 and rises by one. */
            sequence_number: number;
            /** @description Padding without meaning that some servers add to deltas, so that their length tells nothing. Pass it over. */
            obfuscation?: string;
        };
        /** @description An event that tells how far the whole response got. */
        ResponseLifecycleEvent: components["schemas"]["ResponseEvent"] & {
            response: components["schemas"]["ResponseReply"];
        };
        /** @description The first event of a stream, with the response as it begins. */
        ResponseCreatedEvent: {
            /**
             * @description Always `response.created`.
             * @constant
             */
            type: "response.created";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description The response waits for its turn. */
        ResponseQueuedEvent: {
            /**
             * @description Always `response.queued`.
             * @constant
             */
            type: "response.queued";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description The model has set to work. */
        ResponseInProgressEvent: {
            /**
             * @description Always `response.in_progress`.
             * @constant
             */
            type: "response.in_progress";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description The response is done; it carries the whole output and what it cost. No event of this response follows. */
        ResponseCompletedEvent: {
            /**
             * @description Always `response.completed`.
             * @constant
             */
            type: "response.completed";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description The response went wrong; its `error` says why. No event of this response follows. */
        ResponseFailedEvent: {
            /**
             * @description Always `response.failed`.
             * @constant
             */
            type: "response.failed";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description The response was cut short; its `incomplete_details` say why. No event of this response follows. */
        ResponseIncompleteEvent: {
            /**
             * @description Always `response.incomplete`.
             * @constant
             */
            type: "response.incomplete";
        } & components["schemas"]["ResponseLifecycleEvent"];
        /** @description A new item begins, still without its content. */
        ResponseOutputItemAddedEvent: {
            /**
             * @description Always `response.output_item.added`.
             * @constant
             */
            type: "response.output_item.added";
            /** @description The place of the item in `output`, counted from 0. */
            output_index: number;
            item: components["schemas"]["ResponseOutputItem"];
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description An item is done and comes as a whole. */
        ResponseOutputItemDoneEvent: {
            /**
             * @description Always `response.output_item.done`.
             * @constant
             */
            type: "response.output_item.done";
            /** @description The place of the item in `output`, counted from 0. */
            output_index: number;
            item: components["schemas"]["ResponseOutputItem"];
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description An event that belongs to one item of the output. */
        ResponseItemEvent: components["schemas"]["ResponseEvent"] & {
            /** @description The place of the item in `output`, counted from 0. */
            output_index: number;
            /** @description The id of the item. */
            item_id: string;
        };
        /** @description An event that belongs to one part of an item. */
        ResponsePartEvent: components["schemas"]["ResponseItemEvent"] & {
            /** @description The place of the part in the item's `content`, counted from 0. */
            content_index: number;
        };
        /** @description A part of an answer or of open reasoning, as the events of a stream carry it, told apart by `type`. */
        ResponseContentPart: components["schemas"]["ResponseOutputText"] | components["schemas"]["ResponseRefusal"] | components["schemas"]["ResponseReasoningText"];
        /** @description A new part of an item begins, still empty. */
        ResponseContentPartAddedEvent: {
            /**
             * @description Always `response.content_part.added`.
             * @constant
             */
            type: "response.content_part.added";
            part: components["schemas"]["ResponseContentPart"];
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A part of an item is done and comes as a whole. */
        ResponseContentPartDoneEvent: {
            /**
             * @description Always `response.content_part.done`.
             * @constant
             */
            type: "response.content_part.done";
            part: components["schemas"]["ResponseContentPart"];
        } & components["schemas"]["ResponsePartEvent"];
        /** @description How likely one token was. */
        ResponseLogprob: {
            /** @description The token. */
            token: string;
            /** @description The natural logarithm of its likelihood. */
            logprob: number;
            /** @description The UTF-8 bytes of the token. */
            bytes?: number[] | null;
            /** @description The likeliest tokens for this place. */
            top_logprobs?: Record<string, never>[];
        };
        /** @description A piece of a text. */
        ResponseOutputTextDeltaEvent: {
            /**
             * @description Always `response.output_text.delta`.
             * @constant
             */
            type: "response.output_text.delta";
            /** @description What to add to the text. */
            delta: string;
            /** @description How likely the tokens were. Empty or absent unless asked for. */
            logprobs?: components["schemas"]["ResponseLogprob"][];
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A text is done. */
        ResponseOutputTextDoneEvent: {
            /**
             * @description Always `response.output_text.done`.
             * @constant
             */
            type: "response.output_text.done";
            /** @description The whole text. */
            text: string;
            /** @description How likely the tokens were. Empty or absent unless asked for. */
            logprobs?: components["schemas"]["ResponseLogprob"][];
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A source was added to a text. */
        ResponseAnnotationAddedEvent: {
            /**
             * @description Always `response.output_text.annotation.added`.
             * @constant
             */
            type: "response.output_text.annotation.added";
            /** @description The place of the source in the part's `annotations`, counted from 0. */
            annotation_index: number;
            annotation: components["schemas"]["ResponseAnnotation"];
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A piece of a refusal. */
        ResponseRefusalDeltaEvent: {
            /**
             * @description Always `response.refusal.delta`.
             * @constant
             */
            type: "response.refusal.delta";
            /** @description What to add to the refusal. */
            delta: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A refusal is done. */
        ResponseRefusalDoneEvent: {
            /**
             * @description Always `response.refusal.done`.
             * @constant
             */
            type: "response.refusal.done";
            /** @description The whole refusal. */
            refusal: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A piece of the arguments of a function call. */
        ResponseFunctionCallArgumentsDeltaEvent: {
            /**
             * @description Always `response.function_call_arguments.delta`.
             * @constant
             */
            type: "response.function_call_arguments.delta";
            /** @description What to add to the arguments. A piece alone is seldom valid JSON. */
            delta: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The arguments of a function call are done. */
        ResponseFunctionCallArgumentsDoneEvent: {
            /**
             * @description Always `response.function_call_arguments.done`.
             * @constant
             */
            type: "response.function_call_arguments.done";
            /** @description The whole arguments, as JSON in a string. */
            arguments: string;
            /** @description The function. Not every server sends it. */
            name?: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A piece of open reasoning. */
        ResponseReasoningTextDeltaEvent: {
            /**
             * @description Always `response.reasoning_text.delta`.
             * @constant
             */
            type: "response.reasoning_text.delta";
            /** @description What to add to the reasoning. */
            delta: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A stretch of open reasoning is done. */
        ResponseReasoningTextDoneEvent: {
            /**
             * @description Always `response.reasoning_text.done`.
             * @constant
             */
            type: "response.reasoning_text.done";
            /** @description The whole stretch. */
            text: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A piece of open reasoning, under the name that Open Responses gives it. */
        ResponseReasoningDeltaEvent: {
            /**
             * @description Always `response.reasoning.delta`.
             * @constant
             */
            type: "response.reasoning.delta";
            /** @description What to add to the reasoning. */
            delta: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description A stretch of open reasoning is done, under the name that Open Responses gives it. */
        ResponseReasoningDoneEvent: {
            /**
             * @description Always `response.reasoning.done`.
             * @constant
             */
            type: "response.reasoning.done";
            /** @description The whole stretch. */
            text: string;
        } & components["schemas"]["ResponsePartEvent"];
        /** @description An event that belongs to one part of a summary of the reasoning. */
        ResponseSummaryEvent: components["schemas"]["ResponseItemEvent"] & {
            /** @description The place of the part in the item's `summary`, counted from 0. */
            summary_index: number;
        };
        /** @description A new part of a summary begins, still empty. */
        ResponseReasoningSummaryPartAddedEvent: {
            /**
             * @description Always `response.reasoning_summary_part.added`.
             * @constant
             */
            type: "response.reasoning_summary_part.added";
            part: components["schemas"]["ResponseSummaryText"];
        } & components["schemas"]["ResponseSummaryEvent"];
        /** @description A part of a summary is done. */
        ResponseReasoningSummaryPartDoneEvent: {
            /**
             * @description Always `response.reasoning_summary_part.done`.
             * @constant
             */
            type: "response.reasoning_summary_part.done";
            part: components["schemas"]["ResponseSummaryText"];
        } & components["schemas"]["ResponseSummaryEvent"];
        /** @description A piece of a summary. */
        ResponseReasoningSummaryTextDeltaEvent: {
            /**
             * @description Always `response.reasoning_summary_text.delta`.
             * @constant
             */
            type: "response.reasoning_summary_text.delta";
            /** @description What to add to the summary. */
            delta: string;
        } & components["schemas"]["ResponseSummaryEvent"];
        /** @description The text of a summary is done. */
        ResponseReasoningSummaryTextDoneEvent: {
            /**
             * @description Always `response.reasoning_summary_text.done`.
             * @constant
             */
            type: "response.reasoning_summary_text.done";
            /** @description The whole text. */
            text: string;
        } & components["schemas"]["ResponseSummaryEvent"];
        /** @description A search of the web begins. */
        ResponseWebSearchCallInProgressEvent: {
            /**
             * @description Always `response.web_search_call.in_progress`.
             * @constant
             */
            type: "response.web_search_call.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The web is being searched. */
        ResponseWebSearchCallSearchingEvent: {
            /**
             * @description Always `response.web_search_call.searching`.
             * @constant
             */
            type: "response.web_search_call.searching";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A search of the web is done. */
        ResponseWebSearchCallCompletedEvent: {
            /**
             * @description Always `response.web_search_call.completed`.
             * @constant
             */
            type: "response.web_search_call.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A search in files begins. */
        ResponseFileSearchCallInProgressEvent: {
            /**
             * @description Always `response.file_search_call.in_progress`.
             * @constant
             */
            type: "response.file_search_call.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description Files are being searched. */
        ResponseFileSearchCallSearchingEvent: {
            /**
             * @description Always `response.file_search_call.searching`.
             * @constant
             */
            type: "response.file_search_call.searching";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A search in files is done. */
        ResponseFileSearchCallCompletedEvent: {
            /**
             * @description Always `response.file_search_call.completed`.
             * @constant
             */
            type: "response.file_search_call.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The model begins to write code. */
        ResponseCodeInterpreterCallInProgressEvent: {
            /**
             * @description Always `response.code_interpreter_call.in_progress`.
             * @constant
             */
            type: "response.code_interpreter_call.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The code runs. */
        ResponseCodeInterpreterCallInterpretingEvent: {
            /**
             * @description Always `response.code_interpreter_call.interpreting`.
             * @constant
             */
            type: "response.code_interpreter_call.interpreting";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The code has run. */
        ResponseCodeInterpreterCallCompletedEvent: {
            /**
             * @description Always `response.code_interpreter_call.completed`.
             * @constant
             */
            type: "response.code_interpreter_call.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A piece of the code. */
        ResponseCodeInterpreterCallCodeDeltaEvent: {
            /**
             * @description Always `response.code_interpreter_call_code.delta`.
             * @constant
             */
            type: "response.code_interpreter_call_code.delta";
            /** @description What to add to the code. */
            delta: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The code is written. */
        ResponseCodeInterpreterCallCodeDoneEvent: {
            /**
             * @description Always `response.code_interpreter_call_code.done`.
             * @constant
             */
            type: "response.code_interpreter_call_code.done";
            /** @description The whole code. */
            code: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A picture is begun. */
        ResponseImageGenerationCallInProgressEvent: {
            /**
             * @description Always `response.image_generation_call.in_progress`.
             * @constant
             */
            type: "response.image_generation_call.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The picture is being drawn. */
        ResponseImageGenerationCallGeneratingEvent: {
            /**
             * @description Always `response.image_generation_call.generating`.
             * @constant
             */
            type: "response.image_generation_call.generating";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The picture is done; the item carries it. */
        ResponseImageGenerationCallCompletedEvent: {
            /**
             * @description Always `response.image_generation_call.completed`.
             * @constant
             */
            type: "response.image_generation_call.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The picture as far as it is drawn. */
        ResponseImageGenerationCallPartialImageEvent: {
            /**
             * @description Always `response.image_generation_call.partial_image`.
             * @constant
             */
            type: "response.image_generation_call.partial_image";
            /** @description The place of this picture among the unfinished ones, counted from 0. */
            partial_image_index: number;
            /** @description The bytes of the picture, in base64. */
            partial_image_b64: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A call of an MCP tool begins. */
        ResponseMcpCallInProgressEvent: {
            /**
             * @description Always `response.mcp_call.in_progress`.
             * @constant
             */
            type: "response.mcp_call.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A call of an MCP tool is done. */
        ResponseMcpCallCompletedEvent: {
            /**
             * @description Always `response.mcp_call.completed`.
             * @constant
             */
            type: "response.mcp_call.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A call of an MCP tool went wrong; the item says how. */
        ResponseMcpCallFailedEvent: {
            /**
             * @description Always `response.mcp_call.failed`.
             * @constant
             */
            type: "response.mcp_call.failed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A piece of the arguments of an MCP call. */
        ResponseMcpCallArgumentsDeltaEvent: {
            /**
             * @description Always `response.mcp_call_arguments.delta`.
             * @constant
             */
            type: "response.mcp_call_arguments.delta";
            /** @description What to add to the arguments. */
            delta: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The arguments of an MCP call are done. */
        ResponseMcpCallArgumentsDoneEvent: {
            /**
             * @description Always `response.mcp_call_arguments.done`.
             * @constant
             */
            type: "response.mcp_call_arguments.done";
            /** @description The whole arguments, as JSON in a string. */
            arguments: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The tools of an MCP server are being asked for. */
        ResponseMcpListToolsInProgressEvent: {
            /**
             * @description Always `response.mcp_list_tools.in_progress`.
             * @constant
             */
            type: "response.mcp_list_tools.in_progress";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The tools of an MCP server are known; the item lists them. */
        ResponseMcpListToolsCompletedEvent: {
            /**
             * @description Always `response.mcp_list_tools.completed`.
             * @constant
             */
            type: "response.mcp_list_tools.completed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The tools of an MCP server could not be had. */
        ResponseMcpListToolsFailedEvent: {
            /**
             * @description Always `response.mcp_list_tools.failed`.
             * @constant
             */
            type: "response.mcp_list_tools.failed";
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A piece of the text for a tool that takes free text. */
        ResponseCustomToolCallInputDeltaEvent: {
            /**
             * @description Always `response.custom_tool_call_input.delta`.
             * @constant
             */
            type: "response.custom_tool_call_input.delta";
            /** @description What to add to the text. */
            delta: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description The text for a tool that takes free text is done. */
        ResponseCustomToolCallInputDoneEvent: {
            /**
             * @description Always `response.custom_tool_call_input.done`.
             * @constant
             */
            type: "response.custom_tool_call_input.done";
            /** @description The whole text. */
            input: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description An event that belongs to one command of a shell call. */
        ResponseShellEvent: components["schemas"]["ResponseEvent"] & {
            /** @description The place of the item in `output`, counted from 0. */
            output_index: number;
            /** @description The place of the command in the call, counted from 0. */
            command_index: number;
        };
        /** @description A new command of a shell call begins. These events name no item but only its place. */
        ResponseShellCallCommandAddedEvent: {
            /**
             * @description Always `response.shell_call_command.added`.
             * @constant
             */
            type: "response.shell_call_command.added";
            /** @description The command so far, usually empty. */
            command: string;
        } & components["schemas"]["ResponseShellEvent"];
        /** @description A piece of a command. */
        ResponseShellCallCommandDeltaEvent: {
            /**
             * @description Always `response.shell_call_command.delta`.
             * @constant
             */
            type: "response.shell_call_command.delta";
            /** @description What to add to the command. */
            delta: string;
        } & components["schemas"]["ResponseShellEvent"];
        /** @description A command is done. */
        ResponseShellCallCommandDoneEvent: {
            /**
             * @description Always `response.shell_call_command.done`.
             * @constant
             */
            type: "response.shell_call_command.done";
            /** @description The whole command. */
            command: string;
        } & components["schemas"]["ResponseShellEvent"];
        /** @description What a command has printed since the last event. */
        ResponseShellOutputDelta: {
            /** @description What it printed. */
            stdout?: string;
            /** @description What it complained of. */
            stderr?: string;
        };
        /** @description A piece of what a command printed. */
        ResponseShellCallOutputContentDeltaEvent: {
            /**
             * @description Always `response.shell_call_output_content.delta`.
             * @constant
             */
            type: "response.shell_call_output_content.delta";
            /** @description The id of the item. */
            item_id?: string;
            delta: components["schemas"]["ResponseShellOutputDelta"];
        } & components["schemas"]["ResponseShellEvent"];
        /** @description A command has printed all it had to. */
        ResponseShellCallOutputContentDoneEvent: {
            /**
             * @description Always `response.shell_call_output_content.done`.
             * @constant
             */
            type: "response.shell_call_output_content.done";
            /** @description The id of the item. */
            item_id?: string;
            /** @description What was printed, and how the command ended. */
            output: components["schemas"]["ResponseShellOutput"][];
        } & components["schemas"]["ResponseShellEvent"];
        /** @description A piece of a change to a file. */
        ResponseApplyPatchDiffDeltaEvent: {
            /**
             * @description Always `response.apply_patch_call_operation_diff.delta`.
             * @constant
             */
            type: "response.apply_patch_call_operation_diff.delta";
            /** @description What to add to the change. */
            delta: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A change to a file is written. */
        ResponseApplyPatchDiffDoneEvent: {
            /**
             * @description Always `response.apply_patch_call_operation_diff.done`.
             * @constant
             */
            type: "response.apply_patch_call_operation_diff.done";
            /** @description The whole change. */
            diff: string;
        } & components["schemas"]["ResponseItemEvent"];
        /** @description A piece of speech. */
        ResponseAudioDeltaEvent: {
            /**
             * @description Always `response.audio.delta`.
             * @constant
             */
            type: "response.audio.delta";
            /** @description The bytes to add to the sound, in base64. */
            delta: string;
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description The speech is done. */
        ResponseAudioDoneEvent: {
            /**
             * @description Always `response.audio.done`.
             * @constant
             */
            type: "response.audio.done";
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description A piece of what is spoken, in writing. */
        ResponseAudioTranscriptDeltaEvent: {
            /**
             * @description Always `response.audio.transcript.delta`.
             * @constant
             */
            type: "response.audio.transcript.delta";
            /** @description What to add to the text. */
            delta: string;
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description What is spoken is all written down. */
        ResponseAudioTranscriptDoneEvent: {
            /**
             * @description Always `response.audio.transcript.done`.
             * @constant
             */
            type: "response.audio.transcript.done";
        } & WithRequired<components["schemas"]["ResponseEvent"], "type">;
        /** @description What went wrong while the stream ran. */
        ResponseErrorDetail: {
            /** @description The family of the error, such as `server_error`. */
            type?: string;
            /** @description A word for programs. */
            code?: string | null;
            /** @description A sentence for a person. */
            message: string;
            /** @description The field of the request at fault, or null. */
            param?: string | null;
        };
        /**
         * @description Something went wrong while the stream ran; `response.failed` follows. Servers tell what in `error`, or in the same fields
         *     beside `type`.
         */
        ResponseErrorEvent: {
            /**
             * @description Always `error`.
             * @constant
             */
            type: "error";
            error?: components["schemas"]["ResponseErrorDetail"];
            /** @description A word for programs. */
            code?: string | null;
            /** @description A sentence for a person. */
            message?: string;
            /** @description The field of the request at fault, or null. */
            param?: string | null;
        } & (WithRequired<components["schemas"]["ResponseEvent"], "type"> & ({
            error: unknown;
        } | {
            message: unknown;
        }));
        /**
         * @description One event of a response stream, told apart by `type`; the stream names each event by the same word. After
         *     `response.created` and `response.in_progress` come the items in order, each opened by `response.output_item.added` and closed by
         *     `response.output_item.done`; one of `response.completed`, `response.failed` and `response.incomplete` ends the stream.
         */
        ResponseStreamEvent: components["schemas"]["ResponseCreatedEvent"] | components["schemas"]["ResponseQueuedEvent"] | components["schemas"]["ResponseInProgressEvent"] | components["schemas"]["ResponseCompletedEvent"] | components["schemas"]["ResponseFailedEvent"] | components["schemas"]["ResponseIncompleteEvent"] | components["schemas"]["ResponseOutputItemAddedEvent"] | components["schemas"]["ResponseOutputItemDoneEvent"] | components["schemas"]["ResponseContentPartAddedEvent"] | components["schemas"]["ResponseContentPartDoneEvent"] | components["schemas"]["ResponseOutputTextDeltaEvent"] | components["schemas"]["ResponseOutputTextDoneEvent"] | components["schemas"]["ResponseAnnotationAddedEvent"] | components["schemas"]["ResponseRefusalDeltaEvent"] | components["schemas"]["ResponseRefusalDoneEvent"] | components["schemas"]["ResponseFunctionCallArgumentsDeltaEvent"] | components["schemas"]["ResponseFunctionCallArgumentsDoneEvent"] | components["schemas"]["ResponseReasoningTextDeltaEvent"] | components["schemas"]["ResponseReasoningTextDoneEvent"] | components["schemas"]["ResponseReasoningDeltaEvent"] | components["schemas"]["ResponseReasoningDoneEvent"] | components["schemas"]["ResponseReasoningSummaryPartAddedEvent"] | components["schemas"]["ResponseReasoningSummaryPartDoneEvent"] | components["schemas"]["ResponseReasoningSummaryTextDeltaEvent"] | components["schemas"]["ResponseReasoningSummaryTextDoneEvent"] | components["schemas"]["ResponseWebSearchCallInProgressEvent"] | components["schemas"]["ResponseWebSearchCallSearchingEvent"] | components["schemas"]["ResponseWebSearchCallCompletedEvent"] | components["schemas"]["ResponseFileSearchCallInProgressEvent"] | components["schemas"]["ResponseFileSearchCallSearchingEvent"] | components["schemas"]["ResponseFileSearchCallCompletedEvent"] | components["schemas"]["ResponseCodeInterpreterCallInProgressEvent"] | components["schemas"]["ResponseCodeInterpreterCallInterpretingEvent"] | components["schemas"]["ResponseCodeInterpreterCallCompletedEvent"] | components["schemas"]["ResponseCodeInterpreterCallCodeDeltaEvent"] | components["schemas"]["ResponseCodeInterpreterCallCodeDoneEvent"] | components["schemas"]["ResponseImageGenerationCallInProgressEvent"] | components["schemas"]["ResponseImageGenerationCallGeneratingEvent"] | components["schemas"]["ResponseImageGenerationCallCompletedEvent"] | components["schemas"]["ResponseImageGenerationCallPartialImageEvent"] | components["schemas"]["ResponseMcpCallInProgressEvent"] | components["schemas"]["ResponseMcpCallCompletedEvent"] | components["schemas"]["ResponseMcpCallFailedEvent"] | components["schemas"]["ResponseMcpCallArgumentsDeltaEvent"] | components["schemas"]["ResponseMcpCallArgumentsDoneEvent"] | components["schemas"]["ResponseMcpListToolsInProgressEvent"] | components["schemas"]["ResponseMcpListToolsCompletedEvent"] | components["schemas"]["ResponseMcpListToolsFailedEvent"] | components["schemas"]["ResponseCustomToolCallInputDeltaEvent"] | components["schemas"]["ResponseCustomToolCallInputDoneEvent"] | components["schemas"]["ResponseShellCallCommandAddedEvent"] | components["schemas"]["ResponseShellCallCommandDeltaEvent"] | components["schemas"]["ResponseShellCallCommandDoneEvent"] | components["schemas"]["ResponseShellCallOutputContentDeltaEvent"] | components["schemas"]["ResponseShellCallOutputContentDoneEvent"] | components["schemas"]["ResponseApplyPatchDiffDeltaEvent"] | components["schemas"]["ResponseApplyPatchDiffDoneEvent"] | components["schemas"]["ResponseAudioDeltaEvent"] | components["schemas"]["ResponseAudioDoneEvent"] | components["schemas"]["ResponseAudioTranscriptDeltaEvent"] | components["schemas"]["ResponseAudioTranscriptDoneEvent"] | components["schemas"]["ResponseErrorEvent"];
        /** @description One text, as the ids of its tokens. */
        TokenIds: number[];
        /** @description The texts to turn into vectors. */
        EmbeddingRequest: {
            /** @description One text or several, as strings or as lists of token ids. Each gives one vector, in the same order. */
            input: string | string[] | number[] | components["schemas"]["TokenIds"][];
            /** @description The model that makes the vectors, such as `openai/text-embedding-3-small`. */
            model: string;
            /**
             * @description How a vector is written, as a list of numbers or as the base64 of little-endian 32-bit floats.
             * @default float
             * @enum {string}
             */
            encoding_format?: "base64" | "float";
            /** @description How long each vector is to be, for models that can shorten theirs. */
            dimensions?: number;
            /** @description Your name for the end user, to trace abuse. */
            user?: string;
        };
        /** @description The vector of one input. */
        Embedding: {
            /**
             * @description Says that this is a vector.
             * @constant
             */
            object: "embedding";
            /** @description The vector, in the form that `encoding_format` asked for. */
            embedding: number[] | string;
            /** @description Which input this is the vector of, counted from 0. */
            index: number;
        };
        /** @description What the call cost, in tokens. */
        EmbeddingUsage: {
            /** @description Tokens read. */
            prompt_tokens: number;
            /** @description The same number; making vectors writes no tokens. */
            total_tokens: number;
        };
        /** @description The vectors, in the order of the inputs. */
        EmbeddingReply: {
            /**
             * @description Says that this is a list.
             * @constant
             */
            object: "list";
            /** @description One entry per input. */
            data: components["schemas"]["Embedding"][];
            /** @description The model that made the vectors. */
            model: string;
            usage?: components["schemas"]["EmbeddingUsage"];
        };
        /** @description A document as named texts, such as a title and a body. */
        RerankRecord: {
            [key: string]: string;
        };
        /** @description A question, and the documents to sort by how well they answer it. */
        RerankRequest: {
            /** @description What is looked for. */
            query: string;
            /** @description The documents, as plain texts or as records. */
            documents: (string | components["schemas"]["RerankRecord"])[];
            /** @description The model that sorts, such as `cohere/rerank-v3.5`. */
            model: string;
            /** @description How many of the best to give back. All of them when left out. */
            top_n?: number;
            /** @description The name of the file that the documents come from. */
            filename?: string | null;
        };
        /** @description How well one document fits. */
        RerankResult: {
            /**
             * @description Says that this is a result of sorting.
             * @constant
             */
            object: "rerank";
            /** @description Where the document stood in the request, counted from 0. */
            index: number;
            /** @description How well it fits; higher is better. */
            relevance_score: number;
            /** @description The document itself. */
            document?: {
                /** @description Its text. */
                text: string;
            };
        };
        /** @description What the call cost, in tokens. */
        RerankUsage: {
            /** @description Tokens read. */
            total_tokens: number;
        };
        /** @description The documents that fit best, best first. */
        RerankReply: {
            /** @description Names this answer. */
            id?: string;
            /**
             * @description Says that this is a list.
             * @constant
             */
            object: "list";
            /** @description One entry per document kept, by falling relevance. */
            results: components["schemas"]["RerankResult"][];
            usage?: components["schemas"]["RerankUsage"];
        };
        /** @description A text to judge. */
        ModerationTextPart: {
            /**
             * @description Says that this is a text.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
        };
        /** @description A picture to judge. */
        ModerationImagePart: {
            /**
             * @description Says that this is a picture.
             * @constant
             */
            type: "image_url";
            /** @description Where the picture is. */
            image_url: {
                /** @description A link to the picture, or the picture itself as a `data:` URL. */
                url: string;
            };
        };
        /** @description A text or a picture to judge; `type` says which. */
        ModerationPart: components["schemas"]["ModerationTextPart"] | components["schemas"]["ModerationImagePart"];
        /** @description What to judge. */
        ModerationRequest: {
            /** @description One text, several texts, or texts and pictures. */
            input: string | string[] | components["schemas"]["ModerationPart"][];
            /** @description The model that judges. `omni-moderation-latest` when left out. */
            model?: string;
        };
        /** @description What was found, by category. */
        ModerationCategories: {
            /** @description Hate for who somebody is: origin, religion, gender and the like. */
            hate: boolean;
            /** @description Such hate with violence or serious harm in it. */
            "hate/threatening": boolean;
            /** @description Words that torment somebody. */
            harassment: boolean;
            /** @description Such words with violence or serious harm in them. */
            "harassment/threatening": boolean;
            /** @description Advice on how to do something unlawful. */
            illicit: boolean;
            /** @description Such advice where violence or weapons are part of it. */
            "illicit/violent": boolean;
            /** @description Scenes or praise of hurting oneself. */
            "self-harm": boolean;
            /** @description Somebody says that they hurt themselves or mean to. */
            "self-harm/intent": boolean;
            /** @description Advice on how to hurt oneself. */
            "self-harm/instructions": boolean;
            /** @description What is meant to arouse, or sells sexual services. */
            sexual: boolean;
            /** @description Sexual content with somebody under 18. */
            "sexual/minors": boolean;
            /** @description Death, violence or bodily injury. */
            violence: boolean;
            /** @description Such scenes in bloody detail. */
            "violence/graphic": boolean;
        };
        /** @description How sure the model is of each category, from 0 (not at all) to 1. */
        ModerationScores: {
            /** @description The score of `hate`. */
            hate: number;
            /** @description The score of `hate/threatening`. */
            "hate/threatening": number;
            /** @description The score of `harassment`. */
            harassment: number;
            /** @description The score of `harassment/threatening`. */
            "harassment/threatening": number;
            /** @description The score of `illicit`. */
            illicit: number;
            /** @description The score of `illicit/violent`. */
            "illicit/violent": number;
            /** @description The score of `self-harm`. */
            "self-harm": number;
            /** @description The score of `self-harm/intent`. */
            "self-harm/intent": number;
            /** @description The score of `self-harm/instructions`. */
            "self-harm/instructions": number;
            /** @description The score of `sexual`. */
            sexual: number;
            /** @description The score of `sexual/minors`. */
            "sexual/minors": number;
            /** @description The score of `violence`. */
            violence: number;
            /** @description The score of `violence/graphic`. */
            "violence/graphic": number;
        };
        /** @description A kind of input, `text` or `image`. */
        ModerationInputType: string;
        /** @description Which kinds of input each category was judged by. */
        ModerationInputTypes: {
            /** @description What `hate` was judged by. */
            hate: components["schemas"]["ModerationInputType"][];
            /** @description What `hate/threatening` was judged by. */
            "hate/threatening": components["schemas"]["ModerationInputType"][];
            /** @description What `harassment` was judged by. */
            harassment: components["schemas"]["ModerationInputType"][];
            /** @description What `harassment/threatening` was judged by. */
            "harassment/threatening": components["schemas"]["ModerationInputType"][];
            /** @description What `illicit` was judged by. */
            illicit: components["schemas"]["ModerationInputType"][];
            /** @description What `illicit/violent` was judged by. */
            "illicit/violent": components["schemas"]["ModerationInputType"][];
            /** @description What `self-harm` was judged by. */
            "self-harm": components["schemas"]["ModerationInputType"][];
            /** @description What `self-harm/intent` was judged by. */
            "self-harm/intent": components["schemas"]["ModerationInputType"][];
            /** @description What `self-harm/instructions` was judged by. */
            "self-harm/instructions": components["schemas"]["ModerationInputType"][];
            /** @description What `sexual` was judged by. */
            sexual: components["schemas"]["ModerationInputType"][];
            /** @description What `sexual/minors` was judged by. */
            "sexual/minors": components["schemas"]["ModerationInputType"][];
            /** @description What `violence` was judged by. */
            violence: components["schemas"]["ModerationInputType"][];
            /** @description What `violence/graphic` was judged by. */
            "violence/graphic": components["schemas"]["ModerationInputType"][];
        };
        /** @description The judgement of one input. */
        ModerationResult: {
            /** @description True when any category is. */
            flagged: boolean;
            categories: components["schemas"]["ModerationCategories"];
            category_scores: components["schemas"]["ModerationScores"];
            category_applied_input_types?: components["schemas"]["ModerationInputTypes"];
        };
        /** @description The judgement of each input. */
        ModerationReply: {
            /** @description Names this answer. */
            id: string;
            /** @description The model that judged. */
            model: string;
            /** @description One entry per input, in the same order. */
            results: components["schemas"]["ModerationResult"][];
        };
        /** @description What both orq image operations take; each adds its own `style`, defaults and `orq` block. */
        OrqImageRequest: {
            /** @description What the picture shows, in words. */
            prompt: string;
            /** @description The model that draws, written `provider/model`, such as `openai/dall-e-3` or `openai/gpt-image-1`. */
            model: string;
            /**
             * @description What stands behind the subject. Only `openai/gpt-image-1` heeds it.
             * @enum {string|null}
             */
            background?: "transparent" | "opaque" | "auto" | null;
            /**
             * @description How strictly the picture is screened. Only `openai/gpt-image-1` heeds it.
             * @enum {string|null}
             */
            moderation?: "low" | "auto" | null;
            /**
             * @description How many pictures to draw. `openai/dall-e-3` draws one at a time.
             * @default 1
             */
            n?: number | null;
            /** @description Compression of `jpeg` and `webp` files, in percent. Only `openai/gpt-image-1` heeds it. */
            output_compression?: number | null;
            /**
             * @description The file format of the pictures. Only `openai/gpt-image-1` heeds it.
             * @enum {string|null}
             */
            output_format?: "png" | "jpeg" | "webp" | null;
            /**
             * @description How carefully to draw. `auto` leaves it to the model; which others exist depends on the model.
             * @enum {string|null}
             */
            quality?: "auto" | "high" | "medium" | "low" | "hd" | "standard" | null;
            /**
             * @description A link to each picture, or its bytes as base64. `openai/gpt-image-1` knows base64 alone.
             * @enum {string|null}
             */
            response_format?: "url" | "b64_json" | null;
            /** @description Width and height in pixels, such as `1024x1024`. Which sizes exist depends on the model. */
            size?: string | null;
        };
        /** @description How the orq proxy reaches the model, and what it notes about the call. */
        OrqProxyImageRouting: {
            /** @description The name of this call in traces. */
            name?: string;
            retry?: components["schemas"]["OrqProxyRetry"];
            /** @description Models to try, in this order, when the first one fails. */
            fallbacks?: components["schemas"]["OrqFallback"][];
            contact?: components["schemas"]["OrqProxyContact"];
            thread?: components["schemas"]["OrqThread"];
            cache?: components["schemas"]["OrqProxyCache"];
        };
        /** @description What to draw through the orq proxy, in which form to hand it over, and how to reach the model. */
        OrqProxyImageRequest: components["schemas"]["OrqImageRequest"] & {
            /**
             * @description The model chooses when left out.
             * @default auto
             */
            background?: unknown;
            /**
             * @description The usual screening when left out.
             * @default auto
             */
            moderation?: unknown;
            /**
             * @description Full size when left out.
             * @default 100
             */
            output_compression?: unknown;
            /**
             * @description PNG when left out.
             * @default png
             */
            output_format?: unknown;
            /**
             * @description The model chooses when left out.
             * @default auto
             */
            quality?: unknown;
            /**
             * @description A link when left out.
             * @default url
             */
            response_format?: unknown;
            /** @description The manner of the picture, such as `vivid` or `natural`. Only `openai/dall-e-3` heeds it. */
            style?: string | null;
            orq?: components["schemas"]["OrqProxyImageRouting"];
        };
        /** @description One picture, as a link or as base64. */
        OrqImage: {
            /** @description The bytes of the file, in base64. */
            b64_json?: string;
            /** @description Where the file can be fetched. */
            url?: string;
        };
        /** @description One picture drawn from a prompt. */
        OrqGeneratedImage: components["schemas"]["OrqImage"] & {
            /** @description The prompt as the model rewrote it before drawing, or null when it was used as sent. */
            revised_prompt?: string | null;
        };
        /** @description The tokens read, by kind. */
        OrqImageInputTokens: {
            /** @description Tokens of the pictures that were sent. */
            image_tokens?: number;
            /** @description Tokens of the prompt. */
            text_tokens?: number;
        };
        /** @description What the pictures cost, in tokens. Models that are not paid by the token leave the counts out. */
        OrqImageUsage: {
            /** @description Tokens read, text and pictures together. */
            input_tokens?: number;
            input_tokens_details: components["schemas"]["OrqImageInputTokens"];
            /** @description Tokens of the pictures that were drawn. */
            output_tokens?: number;
            /** @description Tokens read and drawn. */
            total_tokens?: number;
        };
        /** @description The pictures drawn from a prompt. */
        OrqImageReply: {
            /** @description When the pictures were made, in Unix seconds. */
            created?: number;
            /** @description One entry per picture. */
            data: components["schemas"]["OrqGeneratedImage"][];
            usage?: components["schemas"]["OrqImageUsage"];
        };
        /**
         * Format: binary
         * @description A PNG, WebP or JPEG file of less than 50 MB.
         */
        ImageUpload: Blob;
        /** @description A picture to start from. The reference leaves its form open; the pages tell of files, and their example is a link. */
        ImageSource: components["schemas"]["ImageUpload"] | string;
        /** @description One or more pictures, and what to make of them. */
        OrqProxyImageEditRequest: {
            /** @description The model that draws, written `provider/model`. */
            model: string;
            /** @description The picture to edit, or up to 16 of them, each sent as a part of its own. */
            image: components["schemas"]["ImageSource"] | components["schemas"]["ImageSource"][];
            /** @description What the outcome shows, in words. */
            prompt: string;
            /**
             * @description How many pictures to draw.
             * @default 1
             */
            n?: number | null;
            /** @description Width and height in pixels, such as `1024x1024`. */
            size?: string | null;
            /**
             * @description A link to each picture, or its bytes as base64. Some models answer in base64 whatever is asked.
             * @default url
             * @enum {string|null}
             */
            response_format?: "url" | "b64_json" | null;
            /** @description Your name for the end user, to trace abuse. */
            user?: string;
        };
        /** @description What an edit or a variation cost, in tokens, with every count given. */
        OrqProxyImageEditUsage: components["schemas"]["OrqImageUsage"] & {
            /** @description The tokens read, by kind, both counted. */
            input_tokens_details?: components["schemas"]["OrqImageInputTokens"] & Record<string, never>;
        };
        /** @description The pictures that an edit or a variation gave, and how they were drawn. */
        OrqProxyImageEditReply: {
            /** @description When the pictures were made, in Unix seconds. */
            created: number;
            /** @description The file format that was used. */
            output_format?: string;
            /** @description Width and height in pixels, such as `1024x1024`. */
            size?: string;
            /** @description The quality that was used. */
            quality?: string;
            /** @description One entry per picture. */
            data: components["schemas"]["OrqImage"][];
            usage?: components["schemas"]["OrqProxyImageEditUsage"];
        };
        /** @description The picture to vary. The numbers and words are sent as text parts. */
        OrqProxyImageVariationRequest: {
            image: components["schemas"]["ImageSource"];
            /** @description The model that draws, written `provider/model`. */
            model: string;
            /**
             * @description How many variations to draw.
             * @default 1
             */
            n?: number | null;
            /**
             * @description A link to each picture, good for 60 minutes, or its bytes as base64.
             * @default url
             * @enum {string}
             */
            response_format?: "url" | "b64_json";
            /**
             * @description Width and height in pixels.
             * @default 1024x1024
             * @enum {string}
             */
            size?: "256x256" | "512x512" | "1024x1024";
            /** @description Your name for the end user, to trace abuse. */
            user?: string;
        };
        /** @description What to say, and in which voice. */
        SpeechRequest: {
            /** @description The text to say, at most 4096 characters. */
            input: string;
            /**
             * @description The model that speaks. The `hd` one trades speed for sound; `turbo` and `flash` trade sound for speed.
             * @enum {string}
             */
            model: "openai/tts-1" | "openai/tts-1-hd" | "elevenlabs/eleven_turbo_v2_5" | "elevenlabs/eleven_multilingual_v2" | "elevenlabs/eleven_flash_v2_5" | "elevenlabs/eleven_flash_v2";
            /**
             * @description A voice that the model's provider has. OpenAI: `alloy`, `echo`, `fable`, `onyx`, `nova`, `shimmer`. ElevenLabs:
             *     `aria`, `roger`, `sarah`, `laura`, `charlie`, `george`, `callum`, `river`, `liam`, `charlotte`, `alice`,
             *     `matilda`, `will`, `jessica`, `eric`, `chris`, `brian`, `daniel`, `lily`, `bill`.
             */
            voice: string;
            /**
             * @description The audio format. A provider that lacks it answers in its own default format instead.
             * @default mp3
             * @enum {string}
             */
            response_format?: "mp3" | "opus" | "aac" | "flac" | "wav" | "pcm";
            /**
             * @description The pace as a factor; 2 is twice as fast as the voice's own.
             * @default 1
             */
            speed?: number;
        };
        /** @description A recording, and how to turn it into text. Numbers, booleans and words are sent as text parts. */
        AudioUpload: {
            /**
             * Format: binary
             * @description The recording, as flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm.
             */
            file: Blob;
            /**
             * @description The model that listens, written `provider/model`.
             * @default openai/whisper-1
             */
            model?: string;
            /** @description Words to guide the style, or the text that came before, in the language of the recording. */
            prompt?: string;
            /**
             * @description False keeps nothing of the recording at the provider; only enterprise accounts may ask for it.
             * @default true
             */
            enable_logging?: boolean;
            /**
             * @description Whether to say who speaks.
             * @default false
             */
            diarize?: boolean;
            /**
             * @description The form of the answer: `json` the text alone, `verbose_json` the text with times, `text` plain text, `srt` and
             *     `vtt` subtitles.
             * @enum {string}
             */
            response_format?: "json" | "text" | "srt" | "verbose_json" | "vtt";
            /**
             * @description Whether to write sounds such as `(laughter)` into the text.
             * @default true
             */
            tag_audio_events?: boolean;
            /** @description How many people speak at most, up to 32. It helps `diarize`. */
            num_speakers?: number;
            /**
             * @description How fine the times are; `character` gives the times of each character within its word.
             * @default word
             * @enum {string}
             */
            timestamps_granularity?: "none" | "word" | "character";
            /** @description How freely the model guesses, from 0 to 1. At 0 it starts strict and loosens by itself where it is unsure. */
            temperature?: number;
        };
        /** @description A recording to write down in its own language. */
        TranscriptionRequest: components["schemas"]["AudioUpload"] & {
            /**
             * @description The language that is spoken, best as an ISO 639-1 code such as `fr`. Telling it makes the text better and
             *     faster.
             */
            language?: string;
            /**
             * @description Which times to give, sent as one part per value. Needs `response_format: verbose_json`; times of words take
             *     longer, times of segments do not.
             */
            timestamp_granularities?: ("word" | "segment")[];
        };
        /** @description The text alone, as `json` asks for it. */
        TranscriptionText: {
            /** @description What was said. */
            text: string;
        };
        /** @description One character and when it was said. */
        TranscriptionCharacter: {
            /** @description The character. */
            text?: string;
            /** @description Seconds from the start of the recording to where the character begins. */
            start?: number;
            /** @description Seconds from the start of the recording to where the character ends. */
            end?: number;
        };
        /** @description One word and when it was said. */
        TranscriptionWord: {
            /** @description The word as written. */
            word?: string;
            /** @description Seconds from the start of the recording to where the word begins. */
            start?: number;
            /** @description Seconds from the start of the recording to where the word ends. */
            end?: number;
            /** @description Who says it, such as `speaker_0`. Given with `diarize`. */
            speaker?: string;
            /**
             * @description A word, the pause between two words, or a sound that is not speech.
             * @enum {string}
             */
            type?: "word" | "spacing" | "audio_event";
            /** @description The times of each character. Given with `timestamps_granularity` set to `character`. */
            characters?: components["schemas"]["TranscriptionCharacter"][];
        };
        /** @description One stretch of speech, when it was said and how sure the model is of it. */
        TranscriptionSegment: {
            /** @description The place of the stretch in the recording, counted from 0. */
            id: number;
            /** @description Where the model's window stood, in hundredths of a second. */
            seek: number;
            /** @description Seconds from the start of the recording to where the stretch begins. */
            start: number;
            /** @description Seconds from the start of the recording to where the stretch ends. */
            end: number;
            /** @description What was said. */
            text: string;
            /** @description The text as the model's token ids. */
            tokens: number[];
            /** @description The temperature that gave this text. */
            temperature: number;
            /** @description The mean log probability of the tokens. Below -1 the text is doubtful. */
            avg_logprob: number;
            /** @description How well the text compresses. Above 2.4 it likely repeats itself. */
            compression_ratio: number;
            /** @description How likely it is that nobody spoke, from 0 to 1. */
            no_speech_prob: number;
        };
        /** @description The text with its times, as `verbose_json` asks for it. */
        TranscriptionVerbose: {
            /** @description What was done, `transcribe` or `translate`. */
            task?: string;
            /** @description The language that was heard. */
            language?: string;
            /** @description The length of the recording, in seconds. */
            duration?: number;
            /** @description What was said. */
            text: string;
            /** @description The words in the order they were said. */
            words?: components["schemas"]["TranscriptionWord"][];
            /** @description The stretches of speech in the order they were said. */
            segments?: components["schemas"]["TranscriptionSegment"][];
        };
        /**
         * @description The text of a recording. An answer to `verbose_json` carries times, an answer to `json` the text alone; a bare string
         *     is accepted too.
         */
        TranscriptionReply: components["schemas"]["TranscriptionText"] | components["schemas"]["TranscriptionVerbose"] | string;
        /** @description A recording in any language, to write down in English. */
        TranslationRequest: components["schemas"]["AudioUpload"];
        /** @description Asks the provider to keep the conversation up to this point, so that reading it again is cheaper. */
        OrqCacheControl: {
            /**
             * @description Kept for a while only.
             * @constant
             */
            type: "ephemeral";
            /**
             * @description How long it is kept, five minutes or an hour.
             * @default 5m
             * @enum {string}
             */
            ttl?: "5m" | "1h";
        };
        /** @description A piece of text that the provider may keep in its cache. */
        OrqGatewayTextPart: {
            /**
             * @description Says that this is text.
             * @constant
             */
            type: "text";
            /** @description The text. */
            text: string;
            cache_control?: components["schemas"]["OrqCacheControl"];
        };
        /** @description Words alone, or at least one part of text. */
        OrqGatewayInstructions: string | components["schemas"]["OrqGatewayTextPart"][];
        /** @description What the model is and how it shall behave. */
        OrqGatewaySystemMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "system";
            content: components["schemas"]["OrqGatewayInstructions"];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description What the developer tells the model to do; newer models rank it above everything else. */
        OrqGatewayDeveloperMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "developer";
            content: components["schemas"]["OrqGatewayInstructions"];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description A picture that the provider may keep in its cache. */
        OrqGatewayImagePart: {
            /**
             * @description Says that this is a picture.
             * @constant
             */
            type: "image_url";
            cache_control?: components["schemas"]["OrqCacheControl"];
        } & WithRequired<components["schemas"]["ImagePart"], "type">;
        /** @description A file, either as bytes or as an address. */
        OrqGatewayFile: {
            /** @description The bytes, as a `data:` URL in base64. */
            file_data?: string;
            /** @description The address of the file, for models that fetch it themselves. */
            uri?: string;
            /** @description The media type of the file, such as `application/pdf`. */
            mimeType?: string;
            /** @description The name of the file. */
            filename?: string;
        };
        /** @description A file, such as a PDF. */
        OrqGatewayFilePart: {
            /**
             * @description Says that this is a file.
             * @constant
             */
            type: "file";
            cache_control?: components["schemas"]["OrqCacheControl"];
            file: components["schemas"]["OrqGatewayFile"];
        };
        /** @description Text, a picture, a sound or a file; `type` says which. */
        OrqGatewayUserPart: components["schemas"]["OrqGatewayTextPart"] | components["schemas"]["OrqGatewayImagePart"] | components["schemas"]["AudioPart"] | components["schemas"]["OrqGatewayFilePart"];
        /** @description What the end user says. */
        OrqGatewayUserMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "user";
            /** @description Words alone, or parts of several kinds. */
            content: string | components["schemas"]["OrqGatewayUserPart"][];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description Words by which the model refused; they may be left out. */
        OrqGatewayRefusalPart: {
            /**
             * @description Says that the model refused.
             * @constant
             */
            type: "refusal";
            /** @description The words. */
            refusal?: string;
        };
        /** @description What the model thought before it answered. */
        OrqReasoningPart: {
            /**
             * @description Says that this is a thought.
             * @constant
             */
            type: "reasoning";
            /** @description The thought. */
            reasoning: string;
            /** @description Proves that the thought is the model's own; send it back unchanged. */
            signature: string;
        };
        /** @description A thought that the provider has made unreadable. */
        OrqRedactedReasoningPart: {
            /**
             * @description Says that this is an unreadable thought.
             * @constant
             */
            type: "redacted_reasoning";
            /** @description The thought; send it back unchanged. */
            data: string;
        };
        /** @description Text, a refusal or a thought; `type` says which. */
        OrqGatewayAssistantPart: components["schemas"]["OrqGatewayTextPart"] | components["schemas"]["OrqGatewayRefusalPart"] | components["schemas"]["OrqReasoningPart"] | components["schemas"]["OrqRedactedReasoningPart"];
        /** @description A tool call as an earlier reply brought it, with the signature of the thought behind it. */
        OrqGatewaySentToolCall: components["schemas"]["OrqSentToolCall"] & {
            /** @description Lets a thinking model take up its thought; send it back unchanged. */
            thought_signature?: string;
        };
        /** @description What the model answered before. Its content may be null or left out, as it is beside tool calls. */
        OrqGatewayAssistantMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "assistant";
            /** @description Words alone, or parts. */
            content?: string | components["schemas"]["OrqGatewayAssistantPart"][] | null;
            /** @description Why the model would not answer. */
            refusal?: string | null;
            /** @description Tells apart several speakers of one role. */
            name?: string;
            audio?: components["schemas"]["OrqAudioReference"];
            /** @description The tools that the model called. */
            tool_calls?: components["schemas"]["OrqGatewaySentToolCall"][];
        };
        /** @description What a tool answered. */
        OrqGatewayToolMessage: {
            /**
             * @description Says that a tool speaks.
             * @constant
             */
            role: "tool";
            /** @description The tool's answer, as one text or as parts of text. */
            content: string | components["schemas"]["OrqGatewayTextPart"][];
            /** @description The id of the tool call that is answered. Null for models that give none. */
            tool_call_id: string | null;
            cache_control?: components["schemas"]["OrqCacheControl"];
        };
        /** @description One message; `role` says whose. */
        OrqGatewayMessage: components["schemas"]["OrqGatewaySystemMessage"] | components["schemas"]["OrqGatewayDeveloperMessage"] | components["schemas"]["OrqGatewayUserMessage"] | components["schemas"]["OrqGatewayAssistantMessage"] | components["schemas"]["OrqGatewayToolMessage"];
        /** @description JSON that follows a schema. `strict` is false when left out, and may not be null. */
        OrqGatewayJsonSchemaFormat: {
            /**
             * @description Asks for JSON that follows a schema.
             * @constant
             */
            type: "json_schema";
            /** @description The schema that the reply follows, and its name. */
            json_schema: components["schemas"]["OrqJsonSchema"] & {
                /**
                 * @description Whether the reply must follow the schema to the letter.
                 * @default false
                 */
                strict?: boolean;
            };
        };
        /** @description The form of the reply; `type` says which. */
        OrqGatewayResponseFormat: components["schemas"]["TextFormat"] | components["schemas"]["JsonObjectFormat"] | components["schemas"]["OrqGatewayJsonSchemaFormat"];
        /**
         * @description How long to think before answering. `none` does not think at all; `xhigh` is known to the largest models only. Which
         *     values a model heeds, and which is its default, differs from model to model.
         * @enum {string}
         */
        OrqReasoningEffort: "none" | "minimal" | "low" | "medium" | "high" | "xhigh";
        /** @description The model answers at once. */
        OrqThinkingDisabled: {
            /**
             * @description Says that the model does not think.
             * @constant
             */
            type: "disabled";
        };
        /** @description The model thinks before it answers. */
        OrqThinkingEnabled: {
            /**
             * @description Says that the model thinks.
             * @constant
             */
            type: "enabled";
            /** @description The most tokens to think with. They count towards the tokens of the reply. */
            budget_tokens: number;
            /**
             * @description How deeply to think. Only some models heed it.
             * @enum {string}
             */
            thinking_level?: "low" | "high";
        };
        /** @description Whether the model thinks before it answers, and for how long; `type` says which. */
        OrqGatewayThinking: components["schemas"]["OrqThinkingDisabled"] | components["schemas"]["OrqThinkingEnabled"];
        /** @description A function and what it takes. */
        OrqGatewayFunction: components["schemas"]["OrqFunction"] & {
            parameters?: components["schemas"]["OrqToolParameters"];
            /** @description May be left out, but not null. */
            strict?: boolean;
        };
        /** @description A tool that the model may call. */
        OrqGatewayTool: {
            /**
             * @description The only kind of tool. May be left out.
             * @constant
             */
            type?: "function";
            function: components["schemas"]["OrqGatewayFunction"];
        };
        /** @description The one tool that must be called. */
        OrqGatewayNamedTool: {
            /**
             * @description The only kind of tool. May be left out.
             * @constant
             */
            type?: "function";
            /** @description The function to call. */
            function: {
                /** @description Its name, as `tools` has it. */
                name: string;
            };
        };
        /** @description Whether to call a tool, and which. */
        OrqGatewayToolChoice: components["schemas"]["ToolChoiceMode"] | components["schemas"]["OrqGatewayNamedTool"];
        /** @description A check that the call has to pass. */
        OrqGuardrail: {
            /**
             * @description Which check to run: `orq_pii_detection`, `orq_sexual_moderation`, `orq_harmful_moderation`, or the id of an
             *     evaluator of the workspace.
             * @example orq_pii_detection
             */
            id: string;
            /**
             * @description Check what the caller sends, or what the model answers.
             * @enum {string}
             */
            execute_on: "input" | "output";
        };
        /** @description When a failed call is sent again, and how often. An empty object means the defaults. */
        OrqGatewayRetry: {
            /**
             * @description How many times a failed call is sent again.
             * @default 3
             */
            count?: number;
            /**
             * @description The HTTP statuses of the provider that lead to another attempt. May be left out, but not empty.
             * @default [
             *       429
             *     ]
             */
            on_codes?: number[];
        };
        /** @description The end user on whose behalf the call is made. The email must look like one. */
        OrqGatewayContact: components["schemas"]["OrqProxyContact"] & {
            /**
             * Format: email
             * @description The person's email address; anything else is refused.
             */
            email?: string;
        };
        /** @description One value for a `{{key}}` mark in the messages. */
        OrqInput: {
            /** @description The name between the braces. */
            key: string;
            /** @description What takes the place of the mark. */
            value?: unknown;
            /** @description Whether the value is personal and must be kept out of the traces. */
            is_pii?: boolean;
        };
        /** @description Values for the `{{name}}` marks in the messages, by name or as a list that can mark personal ones. */
        OrqGatewayInputs: components["schemas"]["OrqInputs"] | components["schemas"]["OrqInput"][];
        /** @description Answers a call from an earlier, identical one. */
        OrqGatewayCache: {
            /**
             * @description Only calls that agree in every parameter share a reply.
             * @constant
             */
            type: "exact_match";
            /**
             * @description For how long a reply is kept, in seconds; half an hour when left out, three days at most.
             * @default 1800
             */
            ttl?: number;
        };
        /** @description How the found chunks are sorted once more. */
        OrqGatewayRerank: {
            /** @description The model that sorts, written `provider/model`. */
            model: string;
            /**
             * @description The least score of a chunk that stays.
             * @default 0
             */
            threshold?: number;
            /**
             * @description How many chunks stay.
             * @default 10
             */
            top_k?: number;
        };
        /** @description A model that rewrites the question and judges what was found before it is used. */
        OrqGatewayAgenticSearch: {
            /** @description The model, written `provider/model`. */
            model: string;
        };
        /** @description A knowledge base to search before the model answers, with the orq gateway's way of sorting again. */
        OrqGatewayKnowledgeBase: components["schemas"]["OrqKnowledgeBase"] & {
            rerank_config?: components["schemas"]["OrqGatewayRerank"];
            agentic_rag_config?: components["schemas"]["OrqGatewayAgenticSearch"];
        };
        /** @description One model among those that share the calls. */
        OrqLoadBalancerEntry: {
            /**
             * @description A model is drawn by chance, in proportion to its weight.
             * @constant
             */
            type: "weight_based";
            /** @description The model, written `provider/model`. */
            model: string;
            /**
             * @description The model's share. Weights need not add up to 1.
             * @default 0.5
             */
            weight?: number;
        };
        /** @description How long the gateway waits for the provider. */
        OrqTimeout: {
            /**
             * @description The longest wait for one call to the provider, in milliseconds. A call that takes longer fails, and retries or
             *     fallbacks follow.
             */
            call_timeout: number;
        };
        /** @description How the orq gateway reaches the model, what it puts in front of it, and what it notes about the call. */
        OrqGatewayChatRouting: {
            /** @description The name of this call in traces. */
            name?: string;
            retry?: components["schemas"]["OrqGatewayRetry"];
            /** @description Models to try, in this order, when the first one fails. */
            fallbacks?: components["schemas"]["OrqFallback"][];
            prompt?: components["schemas"]["OrqPrompt"];
            identity?: components["schemas"]["OrqGatewayContact"];
            /**
             * @deprecated
             * @description The older name of `identity`.
             */
            contact?: components["schemas"]["OrqGatewayContact"];
            thread?: components["schemas"]["OrqThread"];
            inputs?: components["schemas"]["OrqGatewayInputs"];
            cache?: components["schemas"]["OrqGatewayCache"];
            /** @description Knowledge bases to search before the model answers. */
            knowledge_bases?: components["schemas"]["OrqGatewayKnowledgeBase"][];
            /** @description Models that share the calls by weight. */
            load_balancer?: components["schemas"]["OrqLoadBalancerEntry"][];
            timeout?: components["schemas"]["OrqTimeout"];
        };
        /** @description A conversation for the orq gateway, how to answer it, and how to reach the model. */
        OrqGatewayChatRequest: components["schemas"]["OrqChatRequest"] & {
            /** @description The conversation so far, oldest message first. Messages are told apart by `role`. */
            messages: components["schemas"]["OrqGatewayMessage"][];
            /** @description At least one token. */
            max_completion_tokens?: number | null;
            response_format?: components["schemas"]["OrqGatewayResponseFormat"];
            reasoning_effort?: components["schemas"]["OrqReasoningEffort"];
            thinking?: components["schemas"]["OrqGatewayThinking"];
            /** @description From 0 to 1. */
            top_p?: number | null;
            /** @description Functions that the model may call, at most 128. May be left out, but not null. */
            tools?: components["schemas"]["OrqGatewayTool"][];
            tool_choice?: components["schemas"]["OrqGatewayToolChoice"];
            /** @description Checks that the messages or the reply have to pass. */
            guardrails?: components["schemas"]["OrqGuardrail"][];
            orq?: components["schemas"]["OrqGatewayChatRouting"];
        };
        /** @description A tool that the model wants to call, with the signature of the thought behind it. */
        OrqGatewayReplyToolCall: components["schemas"]["OrqReplyToolCall"] & {
            /** @description Which tool call this is, counted from 0. */
            index?: number;
            /** @description Lets a thinking model take up its thought; send it back unchanged. */
            thought_signature?: string;
        };
        /** @description What the model answers. */
        OrqGatewayReplyMessage: components["schemas"]["OrqReplyText"] & {
            /** @description The tools that the model wants to call. */
            tool_calls?: components["schemas"]["OrqGatewayReplyToolCall"][];
            audio?: components["schemas"]["ChatAudio"];
        };
        /** @description One whole reply. */
        OrqGatewayChoice: components["schemas"]["OrqChoice"] & {
            /**
             * @description 0 when left out.
             * @default 0
             */
            index?: number;
            message: components["schemas"]["OrqGatewayReplyMessage"];
        };
        /** @description The tokens read, by kind, those written to the provider's cache included. */
        OrqGatewayPromptTokensDetails: components["schemas"]["PromptTokensDetails"] & ({
            /** @description Tokens written to the provider's cache. */
            cache_creation_tokens?: number | null;
        } | null);
        /** @description What the call cost, in tokens, and of which kinds. */
        OrqGatewayUsage: components["schemas"]["TokenCounts"] & {
            prompt_tokens_details?: components["schemas"]["OrqGatewayPromptTokensDetails"];
            completion_tokens_details?: components["schemas"]["CompletionTokensDetails"];
        };
        /** @description A whole reply of the orq gateway. */
        OrqGatewayChatCompletion: components["schemas"]["OrqCompletion"] & {
            /**
             * @description A whole reply.
             * @constant
             */
            object?: "chat.completion";
            /** @description One entry per reply that was asked for. */
            choices: components["schemas"]["OrqGatewayChoice"][];
            /** @description What the call cost, or null when the provider does not say. */
            usage?: components["schemas"]["OrqGatewayUsage"] | null;
        };
        /** @description A piece of a tool call, with the signature of the thought behind it. */
        OrqGatewayToolCallDelta: components["schemas"]["OrqToolCallDelta"] & {
            /** @description Lets a thinking model take up its thought; send it back unchanged. */
            thought_signature?: string;
        };
        /** @description The next piece of a message. */
        OrqGatewayDelta: components["schemas"]["OrqDelta"] & {
            /** @description The next pieces of tool calls. */
            tool_calls?: components["schemas"]["OrqGatewayToolCallDelta"][];
        };
        /** @description What one event adds to one reply. */
        OrqGatewayChunkChoice: components["schemas"]["OrqChoice"] & {
            /**
             * @description 0 when left out.
             * @default 0
             */
            index?: number;
            delta: components["schemas"]["OrqGatewayDelta"];
        };
        /** @description One event of a stream of the orq gateway. */
        OrqGatewayChatChunk: components["schemas"]["OrqCompletion"] & {
            /**
             * @description An event of a stream.
             * @constant
             */
            object?: "chat.completion.chunk";
            /** @description What the event adds to each reply. Empty in the event that brings `usage`. */
            choices: components["schemas"]["OrqGatewayChunkChoice"][];
            /** @description What the call cost; only in the last event, and only if `stream_options.include_usage` asked for it. */
            usage?: components["schemas"]["OrqGatewayUsage"] | null;
        };
        /**
         * @description A call the model made in an earlier reply, sent back ahead of its result: as it came, with all of its fields, or by a
         *     client that keeps no items, with neither the id nor the status.
         */
        ResponseInputFunctionCall: {
            /**
             * @description Always `function_call`.
             * @constant
             */
            type: "function_call";
            /** @description The id of the item. */
            id?: string;
            /** @description The id that the result names. */
            call_id: string;
            /** @description The function that was called. */
            name: string;
            /** @description The arguments, as JSON in a string. */
            arguments: string;
            /** @description How far the call got, usually `completed`. */
            status?: string;
        };
        /**
         * @description One step of the conversation: a message, what a tool gave back, or an item of an earlier reply sent back as it came. A
         *     message is known by its `role` and `content`, every other item by its `type`.
         */
        ResponseInputItem: components["schemas"]["ResponseInputMessage"] | components["schemas"]["ResponseInputAnswer"] | components["schemas"]["ResponseInputToolResult"] | components["schemas"]["ResponseInputFunctionCall"] | components["schemas"]["ResponseReasoning"] | components["schemas"]["ResponseWebSearchCall"] | components["schemas"]["ResponseFileSearchCall"] | components["schemas"]["ResponseInputItemReference"];
        /** @description What the model answers, as one text or as the items of a conversation in the order they came. */
        ResponseInput: string | components["schemas"]["ResponseInputItem"][];
        /** @description JSON that fits the schema sent along. On the gateway `strict` may be left out, but not null. */
        OrqGatewayResponseTextFormatJsonSchema: {
            /**
             * @description Always `json_schema`.
             * @constant
             */
            type: "json_schema";
            /**
             * @description Whether the answer has to fit the schema in every detail.
             * @default true
             */
            strict?: boolean;
        } & WithRequired<components["schemas"]["ResponseTextFormatJsonSchema"], "type">;
        /** @description Plain text, any JSON object, or JSON that fits a schema, told apart by `type`. */
        OrqGatewayResponseTextFormat: components["schemas"]["ResponseTextFormatPlain"] | components["schemas"]["ResponseTextFormatJsonObject"] | components["schemas"]["OrqGatewayResponseTextFormatJsonSchema"];
        /** @description The form of the text. An empty object asks for nothing in particular. */
        OrqGatewayResponseText: {
            format?: components["schemas"]["OrqGatewayResponseTextFormat"];
        } | null;
        /** @description What to answer through the orq gateway, with which tools, and in which form. */
        OrqGatewayResponseRequest: components["schemas"]["ResponseRequest"] & {
            input: components["schemas"]["ResponseInput"];
            text?: components["schemas"]["OrqGatewayResponseText"];
        };
        /** @description How the orq gateway reaches the model, and what it notes about the call. */
        OrqGatewayImageRouting: {
            /** @description The name of this call in traces. */
            name?: string;
            retry?: components["schemas"]["OrqGatewayRetry"];
            /** @description Models to try, in this order, when the first one fails. */
            fallbacks?: components["schemas"]["OrqFallback"][];
            identity?: components["schemas"]["OrqGatewayContact"];
            /**
             * @deprecated
             * @description The older name of `identity`.
             */
            contact?: components["schemas"]["OrqGatewayContact"];
            cache?: components["schemas"]["OrqGatewayCache"];
            /** @description Models that share the calls by weight. */
            load_balancer?: components["schemas"]["OrqLoadBalancerEntry"][];
            timeout?: components["schemas"]["OrqTimeout"];
        };
        /** @description What to draw through the orq gateway, in which form to hand it over, and how to reach the model. */
        OrqGatewayImageRequest: components["schemas"]["OrqImageRequest"] & {
            /**
             * @description Dramatic and saturated, or closer to a photograph. Only `openai/dall-e-3` heeds it.
             * @enum {string|null}
             */
            style?: "vivid" | "natural" | null;
            orq?: components["schemas"]["OrqGatewayImageRouting"];
        };
        /** @description The pictures drawn from a prompt, always with the time they were made. */
        OrqGatewayImageReply: components["schemas"]["OrqImageReply"] & Record<string, never>;
        /**
         * @description Fields that the router's page does not name, but the other orq pages do. They may be left out; what is sent is
         *     checked.
         */
        OrqRouterChatExtras: {
            /** @description How many replies to write. One when left out; every one is paid for. */
            n?: number | null;
            stop?: components["schemas"]["OrqStop"];
            /** @description Whether to tell how likely each token was. */
            logprobs?: boolean | null;
            /** @description How many of the likeliest tokens to tell at each place. Needs `logprobs` to be true. */
            top_logprobs?: number | null;
            /** @description The most tokens to write, those of the reasoning included. */
            max_completion_tokens?: number | null;
            stream_options?: components["schemas"]["ChatStreamOptions"];
            response_format?: components["schemas"]["OrqGatewayResponseFormat"];
            tool_choice?: components["schemas"]["OrqGatewayToolChoice"];
            /** @description Whether the model may call several tools at once. True when left out. */
            parallel_tool_calls?: boolean;
            metadata?: components["schemas"]["OrqMetadata"];
            reasoning_effort?: components["schemas"]["OrqReasoningEffort"];
            modalities?: components["schemas"]["ChatModalities"];
            audio?: components["schemas"]["OrqChatAudioOptions"];
        };
        /** @description A piece of text or a picture; `type` says which. */
        OrqRouterPart: components["schemas"]["TextPart"] | components["schemas"]["ImagePart"];
        /** @description Words alone, or parts of text and pictures. */
        OrqRouterContent: string | components["schemas"]["OrqRouterPart"][];
        /** @description What the model is and how it shall behave. */
        OrqRouterSystemMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "system";
            content: components["schemas"]["OrqRouterContent"];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description What the end user says. */
        OrqRouterUserMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "user";
            content: components["schemas"]["OrqRouterContent"];
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description Words alone, or parts, or null beside tool calls. */
        OrqRouterAssistantContent: string | unknown[] | null;
        /** @description A tool call. Nothing may be missing in it. */
        OrqRouterToolCall: {
            /** @description The id of the call, to be named by the tool's answer. */
            id: string;
            /**
             * @description The only kind of tool.
             * @constant
             */
            type: "function";
            /** @description The function that is called. */
            function: {
                /** @description The name of the function. */
                name: string;
                /** @description Its arguments, as JSON. Check them; the model may get them wrong. */
                arguments: string;
            };
        };
        /**
         * @description What the model answered before. It carries `tool_calls`, words or audio; beside tool calls or audio its content may be
         *     null or left out. The page demands `tool_calls` always; a reply in words has none to send back.
         */
        OrqRouterAssistantMessage: {
            /**
             * @description Says who speaks.
             * @constant
             */
            role: "assistant";
            content?: components["schemas"]["OrqRouterAssistantContent"];
            /** @description Why the model would not answer. */
            refusal?: string | null;
            /** @description The tools that the model called. May be empty. */
            tool_calls?: components["schemas"]["OrqRouterToolCall"][];
            /** @description The audio of an earlier reply, or null. */
            audio?: components["schemas"]["OrqAudioReference"] | null;
            /** @description Tells apart several speakers of one role. */
            name?: string;
        };
        /** @description What a tool answered. */
        OrqRouterToolMessage: {
            /**
             * @description Says that a tool speaks.
             * @constant
             */
            role: "tool";
            /** @description The id of the tool call that is answered. */
            tool_call_id: string;
            content: components["schemas"]["OrqRouterContent"];
        };
        /** @description One message; `role` says whose. There is no developer role here. */
        OrqRouterMessage: components["schemas"]["OrqRouterSystemMessage"] | components["schemas"]["OrqRouterUserMessage"] | components["schemas"]["OrqRouterAssistantMessage"] | components["schemas"]["OrqRouterToolMessage"];
        /** @description A function and what it takes. */
        OrqRouterFunction: components["schemas"]["OrqFunction"] & {
            parameters?: components["schemas"]["OrqRouterToolParameters"];
            /**
             * @description False when left out.
             * @default false
             */
            strict?: boolean | null;
        };
        /** @description A tool that the model may call. */
        OrqRouterTool: {
            /**
             * @description The only kind of tool.
             * @constant
             */
            type: "function";
            function: components["schemas"]["OrqRouterFunction"];
        };
        /**
         * @description A conversation for the orq router. Ten fields are documented; the others are those of the gateway, behind which the
         *     same models sit.
         */
        OrqRouterChatRequest: components["schemas"]["ChatBasics"] & components["schemas"]["OrqRouterChatExtras"] & {
            /**
             * @description The model that answers, written `provider/model`.
             * @example openai/gpt-4o-mini
             */
            model?: string;
            /** @description The conversation so far, oldest message first. Messages are told apart by `role`. */
            messages: components["schemas"]["OrqRouterMessage"][];
            /**
             * @description Outside -2 to 2 it is refused.
             * @default 0
             */
            frequency_penalty?: number | null;
            /** @description The most tokens to write. A reply that would be longer is cut and ends with `finish_reason` `length`. */
            max_tokens?: number | null;
            /**
             * @description Outside -2 to 2 it is refused.
             * @default 0
             */
            presence_penalty?: number | null;
            /**
             * @description 1 when left out.
             * @default 1
             */
            temperature?: number | null;
            /**
             * @description All tokens are considered when left out.
             * @default 1
             */
            top_p?: number | null;
            /** @description Functions that the model may call, at most 128. May be left out, but not null. */
            tools?: components["schemas"]["OrqRouterTool"][];
        };
        /**
         * @description Who speaks. A model's reply is `assistant`; the last four besides `tool` occur in traces and data sets of the
         *     workspace.
         * @enum {string}
         */
        OrqRouterRole: "system" | "assistant" | "user" | "exception" | "tool" | "prompt" | "correction" | "expected_output";
        /** @description What the model answers. */
        OrqRouterReplyMessage: {
            role: components["schemas"]["OrqRouterRole"];
            /** @description The words. Null beside tool calls. */
            content: string | null;
            /** @description Why the model would not answer. */
            refusal: string | null;
            /** @description The tools that the model wants to call. Empty when it answers in words. */
            tool_calls: components["schemas"]["OrqRouterToolCall"][];
            audio?: components["schemas"]["ChatAudio"];
            /** @description What the model thought before it answered. */
            reasoning?: string | null;
        };
        /** @description One whole reply. */
        OrqRouterChoice: {
            /**
             * @description Why the reply ended: by itself or at a stop sequence (`stop`), for lack of tokens (`length`), because something
             *     was held back (`content_filter`), or to call tools (`tool_calls`).
             * @enum {string}
             */
            finish_reason: "stop" | "length" | "content_filter" | "tool_calls";
            /** @description Which of the replies this is, counted from 0. */
            index: number;
            message: components["schemas"]["OrqRouterReplyMessage"];
            logprobs: components["schemas"]["OrqLogprobs"];
        };
        /** @description A whole reply of the orq router. Nothing may be missing in it. */
        OrqRouterChatCompletion: {
            /** @description The id of the reply. */
            id: string;
            /**
             * @description Says that this is a whole reply, `chat.completion`.
             * @example chat.completion
             */
            object: string;
            /** @description When the reply was begun, in Unix seconds. */
            created: number;
            /** @description The model that answered. */
            model: string;
            /** @description Changes when the backend does; tells whether an equal `seed` can be relied on. */
            system_fingerprint: string;
            /** @description The replies. */
            choices: components["schemas"]["OrqRouterChoice"][];
            usage: components["schemas"]["TokenCounts"];
        };
        /** @description The next piece of a message. */
        OrqRouterDelta: {
            role?: components["schemas"]["OrqRouterRole"];
            /** @description The next words. */
            content?: string | null;
            /** @description The next words of a refusal. */
            refusal?: string | null;
            /** @description The next pieces of tool calls. */
            tool_calls?: components["schemas"]["OrqProxyToolCallDelta"][];
            audio?: components["schemas"]["ChatAudioDelta"];
            /** @description The next words of the thought. */
            reasoning?: string | null;
        };
        /** @description What one event adds to one reply. */
        OrqRouterChunkChoice: {
            /**
             * @description Why the reply ended, as in a whole reply. Null until it does.
             * @enum {string|null}
             */
            finish_reason?: "stop" | "length" | "content_filter" | "tool_calls" | null;
            /** @description Which of the replies this is, counted from 0. */
            index: number;
            delta: components["schemas"]["OrqRouterDelta"];
            logprobs?: components["schemas"]["OrqLogprobs"];
        };
        /** @description One event of a stream of the orq router. */
        OrqRouterChatChunk: {
            /** @description The id of the reply, the same in all events of a stream. */
            id: string;
            /**
             * @description An event of a stream.
             * @constant
             */
            object: "chat.completion.chunk";
            /** @description When the reply was begun, in Unix seconds. */
            created: number;
            /** @description The model that answered. */
            model: string;
            /** @description Changes when the backend does; tells whether an equal `seed` can be relied on. */
            system_fingerprint?: string | null;
            /** @description What the event adds to each reply. Empty in the event that brings `usage`. */
            choices: components["schemas"]["OrqRouterChunkChoice"][];
            /** @description What the call cost; only in the last event. */
            usage?: components["schemas"]["TokenCounts"] | null;
        };
        /** @description A tool that the model wants to call. */
        SudoToolCall: {
            /** @description The id of the call, to be named by the tool's answer. */
            id: string;
            /**
             * @description The kind of tool, `function`.
             * @example function
             */
            type: string;
            /** @description The function to call. */
            function: {
                /** @description The name of the function. */
                name: string;
                /** @description Its arguments, as JSON. Check them; the model may get them wrong. */
                arguments: string;
            };
        };
        /** @description What the model answers. */
        SudoReplyMessage: {
            /**
             * @description The model speaks, `assistant`.
             * @example assistant
             */
            role: string;
            /** @description The words. Null beside tool calls. */
            content?: string | null;
            /** @description Why the model would not answer. */
            refusal?: string | null;
            /** @description The tools that the model wants to call. */
            tool_calls?: components["schemas"]["SudoToolCall"][] | null;
            /** @description The web pages that the words rest on, when the web was searched. */
            annotations?: components["schemas"]["UrlCitation"][] | null;
            audio?: components["schemas"]["ChatAudio"];
            /** @description What the model thought before it answered. */
            reasoning?: string | null;
        };
        /** @description One whole reply. */
        SudoChoice: {
            /**
             * @description Why the reply ended: `stop`, `length` (out of tokens), `tool_calls` or `content_filter` (something was held back).
             * @example stop
             */
            finish_reason: string;
            /**
             * Format: int32
             * @description Which of the `n` replies this is, counted from 0.
             */
            index: number;
            message: components["schemas"]["SudoReplyMessage"];
            logprobs?: components["schemas"]["Logprobs"];
        };
        /** @description What the call cost, in tokens. */
        SudoUsage: {
            /**
             * Format: int32
             * @description Tokens read.
             */
            prompt_tokens: number;
            /**
             * Format: int32
             * @description Tokens written, those of the reasoning included.
             */
            completion_tokens: number;
            /**
             * Format: int32
             * @description Tokens read and written.
             */
            total_tokens: number;
            prompt_tokens_details?: components["schemas"]["PromptTokensDetails"];
            completion_tokens_details?: components["schemas"]["CompletionTokensDetails"];
        };
        /**
         * @description Notes to find a kept completion by, all of them strings. Up to 16 pairs, keys of up to 64 and values of up to 512
         *     characters.
         */
        SudoMetadata: {
            [key: string]: string;
        };
        /** @description Notes to find a kept completion by, or null for none. */
        SudoNullableMetadata: components["schemas"]["SudoMetadata"] | null;
        /** @description A whole reply, as it is answered and as it is kept. */
        SudoChatCompletion: {
            /** @description The id of the reply; with `store` true it can be read again under it. */
            id: string;
            /**
             * @description Says that this is a whole reply, `chat.completion`.
             * @example chat.completion
             */
            object: string;
            /**
             * Format: int64
             * @description When the reply was begun, in Unix seconds.
             */
            created: number;
            /** @description The model that answered. */
            model: string;
            /** @description The tier that served the call. */
            service_tier?: string | null;
            /** @description Changes when the backend does; tells whether an equal `seed` can be relied on. */
            system_fingerprint?: string | null;
            /** @description One entry per reply that was asked for. */
            choices: components["schemas"]["SudoChoice"][];
            usage: components["schemas"]["SudoUsage"];
            metadata?: components["schemas"]["SudoNullableMetadata"];
        };
        /** @description One page of kept completions. */
        SudoChatCompletionList: {
            /**
             * @description Says that this is a page, `list`.
             * @example list
             */
            object: string;
            /** @description The completions, in the order that was asked for. */
            data: components["schemas"]["SudoChatCompletion"][];
            /** @description The id of the first one; empty when there is none. */
            first_id: string;
            /** @description The id of the last one, for `after` of the next page; empty when there is none. */
            last_id: string;
            /** @description Whether another page follows. */
            has_more: boolean;
        };
        /** @description How the Sudo API says that a request failed. */
        SudoError: {
            /** @description What went wrong. */
            error: {
                /** @description A sentence for a person, naming the field where there is one. */
                message: string;
                /** @description The family of the error, such as `invalid_request_error`. */
                type: string;
            };
        };
        /** @description Words, the usual form. */
        SudoTextFormat: {
            /**
             * @description Asks for words.
             * @constant
             */
            type: "text";
        };
        /** @description Some JSON object. Say in a message that you want JSON, or the model may write blanks until it is cut. */
        SudoJsonObjectFormat: {
            /**
             * @description Asks for some JSON object.
             * @constant
             */
            type: "json_object";
        };
        /** @description The schema that the reply follows, and its name. */
        SudoJsonSchema: {
            /** @description What the schema is called, in letters, digits, `_` and `-`, up to 64 of them. */
            name: string;
            /** @description What the reply is for; it helps the model to fill it in. */
            description?: string;
            /** @description The JSON Schema itself. */
            schema: {
                [key: string]: unknown;
            };
            /** @description Whether the reply must follow the schema to the letter. */
            strict?: boolean;
        };
        /** @description JSON that follows a schema. */
        SudoJsonSchemaFormat: {
            /**
             * @description Asks for JSON that follows a schema.
             * @constant
             */
            type: "json_schema";
            json_schema: components["schemas"]["SudoJsonSchema"];
        };
        /** @description The form of the reply; `type` says which. No other field may stand beside those named. */
        SudoResponseFormat: components["schemas"]["SudoTextFormat"] | components["schemas"]["SudoJsonObjectFormat"] | components["schemas"]["SudoJsonSchemaFormat"];
        /** @description The one tool that must be called. */
        SudoNamedTool: {
            /**
             * @description The only kind of tool.
             * @constant
             */
            type: "function";
            /** @description The function to call. */
            function: {
                /** @description Its name, as `tools` has it. */
                name: string;
            };
        };
        /** @description Whether to call a tool, and which. `auto` when left out or null and there are tools. */
        SudoToolChoice: components["schemas"]["ToolChoiceMode"] | components["schemas"]["SudoNamedTool"] | null;
        /**
         * @description Text that the reply is expected to repeat for the most part, such as a file with a small change in it. What fits is
         *     not written anew; what does not fit is paid for all the same.
         */
        SudoPrediction: {
            /**
             * @description The only kind of prediction.
             * @constant
             */
            type?: "content";
            /** @description The expected text. */
            content?: string;
        } | null;
        /** @description What Sudo takes on top, or in a shape of its own. */
        SudoChatExtras: {
            metadata?: components["schemas"]["SudoNullableMetadata"];
            /** @description Whether to keep the completion, so that it can be listed, read, changed and deleted. Not kept when left out. */
            store?: boolean | null;
            /** @description The form of the reply. Words when left out or null. */
            response_format?: components["schemas"]["SudoResponseFormat"] | null;
            tool_choice?: components["schemas"]["SudoToolChoice"];
            /**
             * @description Up to four sequences; the first that occurs ends the reply and is left out of it. Always a list, even for one.
             *     `o3` and `o4-mini` do not take it.
             */
            stop?: string[] | null;
            /** @description Makes tokens likelier or less likely, by their id in the model's tokenizer. */
            logit_bias?: {
                [key: string]: number;
            } | null;
            /**
             * @description How long to think before answering. Only reasoning models heed it.
             * @enum {string|null}
             */
            reasoning_effort?: "low" | "medium" | "high" | null;
            prediction?: components["schemas"]["SudoPrediction"];
            /** @description Calls with one key and one beginning are more likely to find it in the provider's cache. */
            prompt_cache_key?: string | null;
            /**
             * @description How fast the call is served: `auto` uses the faster tier where the account has one, `default` never does.
             * @enum {string|null}
             */
            service_tier?: "auto" | "default" | null;
            /** @description The caller's own id for the end user, to trace abuse. */
            user?: string | null;
        };
        /** @description What all messages have in common. */
        SudoMessageBase: {
            /**
             * @description Who speaks, `developer`, `system`, `user`, `assistant` or `tool`. Other names are left to the model.
             * @example user
             */
            role: string;
            /** @description Tells apart several speakers of one role. */
            name?: string | null;
            /** @description In a `tool` message, the id of the tool call that is answered. */
            tool_call_id?: string | null;
            /** @description In an `assistant` message, the tools that the model called. */
            tool_calls?: components["schemas"]["SudoToolCall"][] | null;
        };
        /** @description A piece of text. */
        SudoTextPart: {
            /**
             * @description Says that this is text, `text`.
             * @example text
             */
            type: string;
            /** @description The text. */
            text: string;
        };
        /** @description A picture. */
        SudoImagePart: {
            /**
             * @description Says that this is a picture, `image_url`.
             * @example image_url
             */
            type: string;
            /** @description Where the picture is and how closely to look. */
            image_url: {
                /** @description An address, or the bytes as a `data:` URL in base64. */
                url: string;
                /**
                 * @description How closely to look, `low`, `high` or `auto`.
                 * @example low
                 */
                detail?: string;
            };
        };
        /** @description A sound. */
        SudoAudioPart: {
            /**
             * @description Says that this is a sound, `input_audio`.
             * @example input_audio
             */
            type: string;
            /** @description The sound and its format. */
            input_audio: {
                /** @description The bytes, in base64. */
                data: string;
                /**
                 * @description The format of the bytes, `wav` or `mp3`.
                 * @example wav
                 */
                format: string;
            };
        };
        /** @description A file, such as a PDF. */
        SudoFilePart: {
            /**
             * @description Says that this is a file, `file`.
             * @example file
             */
            type: string;
            /** @description The file, either as bytes or by the id of an upload. */
            file: {
                /** @description The bytes, in base64. */
                file_data?: string;
                /** @description The id of the upload. */
                file_id?: string;
                /** @description The name of the file. */
                file_name?: string;
            };
        };
        /** @description Text, a picture, a sound or a file. Told apart by the field that holds it; `type` names it once more. */
        SudoContentPart: components["schemas"]["SudoTextPart"] | components["schemas"]["SudoImagePart"] | components["schemas"]["SudoAudioPart"] | components["schemas"]["SudoFilePart"];
        /** @description Words alone, or parts of several kinds. */
        SudoContent: string | components["schemas"]["SudoContentPart"][];
        /** @description A message that says something. */
        SudoContentMessage: components["schemas"]["SudoMessageBase"] & {
            content: components["schemas"]["SudoContent"];
        };
        /** @description What the model answered when it called tools. Its content may be null or left out. */
        SudoToolCallsMessage: components["schemas"]["SudoMessageBase"] & {
            /** @description Words beside the tool calls, or null. */
            content?: components["schemas"]["SudoContent"] | null;
            /** @description The tools that the model called. */
            tool_calls: components["schemas"]["SudoToolCall"][];
        };
        /** @description What the model answered aloud, sent back. Its content may be null or left out. */
        SudoAudioMessage: components["schemas"]["SudoMessageBase"] & {
            /** @description Words beside the audio, or null. */
            content?: components["schemas"]["SudoContent"] | null;
            /** @description The audio of the reply, named by its id. */
            audio: {
                /** @description The id of the audio. */
                id: string;
            };
        };
        /** @description One message. It says something, unless it carries tool calls or audio; then its content may be null or left out. */
        SudoMessage: components["schemas"]["SudoContentMessage"] | components["schemas"]["SudoToolCallsMessage"] | components["schemas"]["SudoAudioMessage"];
        /** @description A function and what it takes. */
        SudoFunction: {
            /** @description What the model calls it by, in letters, digits, `_` and `-`, up to 64 of them. */
            name: string;
            /** @description What it does, so that the model knows when to call it. */
            description?: string | null;
            /** @description A JSON Schema of its arguments. A function without it takes none. */
            parameters?: unknown;
            /** @description Whether the arguments must follow `parameters` to the letter. */
            strict?: boolean | null;
        };
        /** @description A tool that the model may call. */
        SudoTool: {
            /**
             * @description The kind of tool, `function`.
             * @example function
             */
            type: string;
            function: components["schemas"]["SudoFunction"];
        };
        /** @description A conversation, how to answer it, and whether to keep the answer. A field that is null counts as left out. */
        SudoChatRequest: components["schemas"]["ChatBasics"] & components["schemas"]["ChatControls"] & components["schemas"]["SudoChatExtras"] & {
            /** @description The conversation so far, oldest message first. */
            messages: components["schemas"]["SudoMessage"][];
            /**
             * @description The model that answers, by its bare name.
             * @example gpt-4o-mini
             */
            model?: string;
            /** @description Outside -2 to 2 it is refused. */
            frequency_penalty?: number | null;
            /** @description Outside -2 to 2 it is refused. */
            presence_penalty?: number | null;
            /**
             * Format: int32
             * @description Not negative.
             */
            max_completion_tokens?: number | null;
            /**
             * Format: int32
             * @description Not negative.
             */
            n?: number | null;
            /**
             * Format: int32
             * @description A whole number of 32 bits.
             */
            seed?: number | null;
            /** @description May be left out, but not null. */
            stream?: boolean;
            /** @description Functions that the model may call, at most 128. */
            tools?: components["schemas"]["SudoTool"][] | null;
        };
        /**
         * @description A piece of a tool call. The page leaves `index` out and demands the rest in each piece; real streams send `index` in
         *     each piece and the rest once.
         */
        SudoToolCallDelta: components["schemas"]["ToolCallDelta"] & {
            /** @description Which tool call the piece belongs to, counted from 0. */
            index?: number;
        };
        /** @description The next piece of a message. */
        SudoDelta: {
            /**
             * @description Who speaks, only in the first event of a reply.
             * @enum {string|null}
             */
            role?: "assistant" | "user" | "system" | "tool" | null;
            /** @description The next words. */
            content?: string | null;
            /** @description The next words of a refusal. */
            refusal?: string | null;
            /** @description The next pieces of tool calls. */
            tool_calls?: components["schemas"]["SudoToolCallDelta"][] | null;
            audio?: components["schemas"]["ChatAudioDelta"];
            /** @description The next words of the thought. */
            reasoning?: string | null;
        };
        /** @description What one event adds to one reply. */
        SudoChunkChoice: {
            /**
             * Format: int32
             * @description Which of the `n` replies this is, counted from 0.
             */
            index: number;
            delta: components["schemas"]["SudoDelta"];
            /**
             * @description Why the reply ended, as in a whole reply. Null until it does.
             * @enum {string|null}
             */
            finish_reason?: "stop" | "length" | "tool_calls" | "content_filter" | null;
            logprobs?: components["schemas"]["Logprobs"];
        };
        /** @description One event of a stream. */
        SudoChatChunk: {
            /** @description The id of the reply, the same in all events of a stream. */
            id: string;
            /**
             * @description An event of a stream.
             * @constant
             */
            object: "chat.completion.chunk";
            /**
             * Format: int64
             * @description When the reply was begun, in Unix seconds, the same in all events of a stream.
             */
            created: number;
            /** @description The model that answers. */
            model: string;
            /** @description Changes when the backend does; tells whether an equal `seed` can be relied on. */
            system_fingerprint?: string | null;
            /** @description What the event adds to each reply. Empty in the event that brings `usage`. */
            choices: components["schemas"]["SudoChunkChoice"][];
            /**
             * @description What the call cost; only in the last event, and only if `stream_options.include_usage` asked for it. The events
             *     before leave it out, which all clients read; null means the same.
             */
            usage?: components["schemas"]["SudoUsage"] | null;
        };
        /** @description The notes that replace those of a kept completion. Nothing else can be changed. */
        SudoChatUpdate: {
            metadata: components["schemas"]["SudoMetadata"];
        };
        /** @description Says that a kept completion is gone. */
        SudoChatDeletion: {
            /** @description The id of the completion. */
            id: string;
            /**
             * @description Says what was deleted, `chat.completion.deleted`.
             * @example chat.completion.deleted
             */
            object: string;
            /** @description Whether it is gone. */
            deleted: boolean;
        };
        /** @description One message of the request that led to a kept completion. */
        SudoStoredMessage: {
            /** @description The id of the message, for `after`. */
            id: string;
            /**
             * @description Who speaks.
             * @example user
             */
            role: string;
            /** @description The words, or null when there are parts. */
            content?: string | null;
            /** @description The parts, when the message was sent in parts. */
            content_parts?: components["schemas"]["SudoContentPart"][] | null;
            /** @description Tells apart several speakers of one role. */
            name?: string | null;
        };
        /** @description One page of the messages that led to a kept completion. */
        SudoChatMessageList: {
            /**
             * @description Says that this is a page, `list`.
             * @example list
             */
            object: string;
            /** @description The messages, in the order that was asked for. */
            data: components["schemas"]["SudoStoredMessage"][];
            /** @description The id of the first one; empty when there is none. */
            first_id: string;
            /** @description The id of the last one, for `after` of the next page; empty when there is none. */
            last_id: string;
            /** @description Whether another page follows. */
            has_more: boolean;
        };
        /** @description What to draw, and in which form to hand it over. */
        SudoImageRequest: {
            /** @description What the picture shows, in words, up to 1000 characters for `dall-e-2` and 4000 for `dall-e-3`. */
            prompt: string;
            /** @description The model that draws, such as `dall-e-3`. */
            model: string;
            /** @description How many pictures to draw. One when left out; `dall-e-3` draws one at a time. */
            n?: number | null;
            /**
             * @description A link to each picture, good for 60 minutes, or its bytes as base64. A link when left out.
             * @enum {string|null}
             */
            response_format?: "url" | "b64_json" | null;
            /**
             * @description How carefully to draw; `hd` shows finer detail. Only `dall-e-3` heeds it.
             * @enum {string|null}
             */
            quality?: "standard" | "hd" | null;
            /**
             * @description Width and height in pixels. The two smallest are for `dall-e-2`, the two oblong ones for `dall-e-3`, the square of
             *     1024 for both.
             * @enum {string|null}
             */
            size?: "256x256" | "512x512" | "1024x1024" | "1792x1024" | "1024x1792" | null;
            /**
             * @description Dramatic and saturated, or closer to a photograph. Only `dall-e-3` heeds it.
             * @enum {string|null}
             */
            style?: "vivid" | "natural" | null;
            /** @description What stands behind the subject, such as `transparent`. For OpenAI models only. */
            background?: string | null;
            /** @description How strictly the prompt is screened, such as `low`. For OpenAI models only. */
            moderation?: string | null;
            /** @description Compression of lossy file formats, in percent. For OpenAI models only. */
            output_compression?: number | null;
            /** @description The file format of the pictures, such as `png`. For OpenAI models only. */
            output_format?: string | null;
        };
        /** @description One picture, as a link or as base64. */
        SudoImage: {
            /** @description The bytes of the file, in base64. */
            b64_json?: string | null;
            /** @description Where the file can be fetched. */
            url?: string | null;
            /** @description The prompt as the model rewrote it before drawing. */
            revised_prompt?: string | null;
        };
        /** @description What the pictures cost, in tokens. */
        ImageUsage: {
            /** @description Tokens read, text and pictures together. */
            input_tokens: number;
            /** @description The tokens read, by kind. */
            input_tokens_details: {
                /** @description Tokens of the pictures that were sent. */
                image_tokens: number;
                /** @description Tokens of the prompt. */
                text_tokens: number;
            };
            /** @description Tokens of the pictures that were drawn. */
            output_tokens: number;
            /** @description Tokens read and drawn. */
            total_tokens: number;
        };
        /** @description The pictures, in the order they were drawn. */
        SudoImageReply: {
            /**
             * Format: int64
             * @description When the pictures were made, in Unix seconds.
             */
            created?: number | null;
            /** @description The background that was used. */
            background?: string | null;
            /** @description The file format that was used. */
            output_format?: string | null;
            /** @description The quality that was used. */
            quality?: string | null;
            /** @description Width and height in pixels, such as `1024x1024`. */
            size?: string | null;
            /** @description One entry per picture. */
            data: components["schemas"]["SudoImage"][];
            /** @description What the pictures cost, or null when the provider does not say. */
            usage?: components["schemas"]["ImageUsage"] | null;
        };
    };
    responses: {
        /** @description The body or a parameter is not what the operation takes; the message names the field. */
        OrqBadRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description No key came with the request, or not as a bearer token. */
        OrqUnauthorized: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description Nothing lives at this path, or nothing with this id belongs to this key. */
        OrqNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The path exists, but not with this method. */
        OrqMethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The body is larger than the server takes. */
        OrqPayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The body came in a media type that the operation does not read. */
        OrqUnsupportedMediaType: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description Too many requests in this window. Wait as long as `Retry-After` says. */
        OrqRateLimited: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                "x-ratelimit-limit-requests": components["headers"]["RateLimitLimitRequests"];
                "x-ratelimit-remaining-requests": components["headers"]["RateLimitRemainingRequests"];
                "x-ratelimit-reset-requests": components["headers"]["RateLimitResetRequests"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The gateway itself failed. */
        OrqServerError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The model provider behind the gateway gave no usable answer. */
        OrqBadGateway: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description Any other refusal of the request. */
        OrqClientError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description Any other failure of the gateway or of a provider behind it, overload and time-out among them. */
        OrqUpstreamError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The body is well formed, but a field in it is not acceptable. */
        OrqUnprocessable: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OrqError"];
            };
        };
        /** @description The body or a parameter is not what the operation takes; the message names the field. */
        SudoBadRequest: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description No key came with the request, or not as a bearer token. */
        SudoUnauthorized: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description Nothing lives at this path, or nothing with this id belongs to this key. */
        SudoNotFound: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description The path exists, but not with this method. */
        SudoMethodNotAllowed: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description The body is larger than the server takes. */
        SudoPayloadTooLarge: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description The body came in a media type that the operation does not read. */
        SudoUnsupportedMediaType: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description Too many requests in this window. Wait as long as `Retry-After` says. */
        SudoRateLimited: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                "x-ratelimit-limit-requests": components["headers"]["RateLimitLimitRequests"];
                "x-ratelimit-remaining-requests": components["headers"]["RateLimitRemainingRequests"];
                "x-ratelimit-reset-requests": components["headers"]["RateLimitResetRequests"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description The gateway itself failed. */
        SudoServerError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description The model provider behind the gateway gave no usable answer. */
        SudoBadGateway: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description Any other refusal of the request. */
        SudoClientError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
        /** @description Any other failure of the gateway or of a provider behind it, overload and time-out among them. */
        SudoUpstreamError: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                "retry-after": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SudoError"];
            };
        };
    };
    parameters: {
        /**
         * @description The id of the last completion of the page before; the page begins behind it.
         * @example chatcmpl-tide0041
         */
        SudoAfterCompletion: string;
        /**
         * @description The most entries of a page. 20 when left out.
         * @example 2
         */
        SudoLimit: number;
        /**
         * @description Only completions that carry all these notes, such as `metadata[port]=Saint-Malo`.
         * @example {
         *       "port": "Saint-Malo"
         *     }
         */
        SudoMetadataFilter: {
            [key: string]: string;
        };
        /**
         * @description Only completions that this model wrote.
         * @example gpt-4o-mini
         */
        SudoModelFilter: string;
        /**
         * @description By the time of creation, `asc` for the oldest first (also when left out) or `desc` for the newest first.
         * @example desc
         */
        SudoOrder: string;
        /**
         * @description The id of a completion that this key has kept with `store` true.
         * @example chatcmpl-tide0042
         */
        SudoCompletionId: string;
        /**
         * @description The id of the last message of the page before; the page begins behind it.
         * @example chatcmpl-tide0042-0
         */
        SudoAfterMessage: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Names this exchange in logs and in the journal.
         * @example req_5k1x0c7w2m9a
         */
        RequestId: string;
        /**
         * @description The methods this path does answer, separated by commas.
         * @example GET, POST
         */
        Allow: string;
        /**
         * @description Whole seconds to wait before the next try.
         * @example 2
         */
        RetryAfter: number;
        /**
         * @description How many requests the current window allows.
         * @example 60
         */
        RateLimitLimitRequests: number;
        /**
         * @description How many requests are left in the current window.
         * @example 0
         */
        RateLimitRemainingRequests: number;
        /**
         * @description Time until the window starts again, as a duration such as `2s` or `1m30s`.
         * @example 2s
         */
        RateLimitResetRequests: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    orqProxyCreateChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqProxyChatRequest"];
            };
        };
        responses: {
            /** @description The reply, whole (`stream` false) or as it is written (`stream` true, ended by `[DONE]`). */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqProxyChatCompletion"];
                    "text/event-stream": components["schemas"]["OrqProxyChatChunk"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionRequest"];
            };
        };
        responses: {
            /** @description The texts, whole or piece by piece. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletionReply"];
                    "text/event-stream": components["schemas"]["CompletionChunk"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateResponse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqProxyResponseRequest"];
            };
        };
        responses: {
            /** @description The response, whole or event by event. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseReply"];
                    "text/event-stream": components["schemas"]["ResponseStreamEvent"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateEmbedding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmbeddingRequest"];
            };
        };
        responses: {
            /** @description The vectors, with what they cost. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmbeddingReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateRerank: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerankRequest"];
            };
        };
        responses: {
            /** @description The documents, best first. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RerankReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateModeration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModerationRequest"];
            };
        };
        responses: {
            /** @description The judgement of each input. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            422: components["responses"]["OrqUnprocessable"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqProxyImageRequest"];
            };
        };
        responses: {
            /** @description The images, with what they cost. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqImageReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateImageEdit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["OrqProxyImageEditRequest"];
            };
        };
        responses: {
            /** @description The edited images. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqProxyImageEditReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateImageVariation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["OrqProxyImageVariationRequest"];
            };
        };
        responses: {
            /** @description The variations. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqProxyImageEditReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateSpeech: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpeechRequest"];
            };
        };
        responses: {
            /** @description The audio file. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "audio/mpeg": Blob;
                    "audio/opus": Blob;
                    "audio/ogg": Blob;
                    "audio/aac": Blob;
                    "audio/flac": Blob;
                    "audio/wav": Blob;
                    "audio/pcm": Blob;
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateTranscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TranscriptionRequest"];
            };
        };
        responses: {
            /** @description The text, in the form asked for. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptionReply"];
                    "text/plain": string;
                    "text/vtt": string;
                    "application/x-subrip": string;
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            422: components["responses"]["OrqUnprocessable"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqProxyCreateTranslation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TranslationRequest"];
            };
        };
        responses: {
            /** @description The text, in the form asked for. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptionReply"];
                    "text/plain": string;
                    "text/vtt": string;
                    "application/x-subrip": string;
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            422: components["responses"]["OrqUnprocessable"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqGatewayCreateChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqGatewayChatRequest"];
            };
        };
        responses: {
            /** @description The reply, whole (`stream` false) or as it is written (`stream` true, ended by `[DONE]`). */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqGatewayChatCompletion"];
                    "text/event-stream": components["schemas"]["OrqGatewayChatChunk"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqGatewayCreateResponse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqGatewayResponseRequest"];
            };
        };
        responses: {
            /** @description The response, whole or event by event. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseReply"];
                    "text/event-stream": components["schemas"]["ResponseStreamEvent"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqGatewayCreateImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqGatewayImageRequest"];
            };
        };
        responses: {
            /** @description The images, with what they cost. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqGatewayImageReply"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    orqRouterCreateChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrqRouterChatRequest"];
            };
        };
        responses: {
            /** @description The reply, whole (`stream` false) or as it is written (`stream` true, ended by `[DONE]`). */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrqRouterChatCompletion"];
                    "text/event-stream": components["schemas"]["OrqRouterChatChunk"];
                };
            };
            400: components["responses"]["OrqBadRequest"];
            401: components["responses"]["OrqUnauthorized"];
            404: components["responses"]["OrqNotFound"];
            405: components["responses"]["OrqMethodNotAllowed"];
            413: components["responses"]["OrqPayloadTooLarge"];
            415: components["responses"]["OrqUnsupportedMediaType"];
            429: components["responses"]["OrqRateLimited"];
            500: components["responses"]["OrqServerError"];
            502: components["responses"]["OrqBadGateway"];
            "4XX": components["responses"]["OrqClientError"];
            "5XX": components["responses"]["OrqUpstreamError"];
        };
    };
    sudoListChatCompletions: {
        parameters: {
            query?: {
                /**
                 * @description The id of the last completion of the page before; the page begins behind it.
                 * @example chatcmpl-tide0041
                 */
                after?: components["parameters"]["SudoAfterCompletion"];
                /**
                 * @description The most entries of a page. 20 when left out.
                 * @example 2
                 */
                limit?: components["parameters"]["SudoLimit"];
                /**
                 * @description Only completions that carry all these notes, such as `metadata[port]=Saint-Malo`.
                 * @example {
                 *       "port": "Saint-Malo"
                 *     }
                 */
                metadata?: components["parameters"]["SudoMetadataFilter"];
                /**
                 * @description Only completions that this model wrote.
                 * @example gpt-4o-mini
                 */
                model?: components["parameters"]["SudoModelFilter"];
                /**
                 * @description By the time of creation, `asc` for the oldest first (also when left out) or `desc` for the newest first.
                 * @example desc
                 */
                order?: components["parameters"]["SudoOrder"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of kept completions. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatCompletionList"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoCreateChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SudoChatRequest"];
            };
        };
        responses: {
            /** @description The reply, whole (`stream` false) or as it is written (`stream` true, ended by `[DONE]`). */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatCompletion"];
                    "text/event-stream": components["schemas"]["SudoChatChunk"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoGetChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The completion. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatCompletion"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoUpdateChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SudoChatUpdate"];
            };
        };
        responses: {
            /** @description The completion with its new notes. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatCompletion"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoDeleteChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The completion is gone. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatDeletion"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoListChatCompletionMessages: {
        parameters: {
            query?: {
                /**
                 * @description The id of the last message of the page before; the page begins behind it.
                 * @example chatcmpl-tide0042-0
                 */
                after?: components["parameters"]["SudoAfterMessage"];
                /**
                 * @description The most entries of a page. 20 when left out.
                 * @example 2
                 */
                limit?: components["parameters"]["SudoLimit"];
                /**
                 * @description By the time of creation, `asc` for the oldest first (also when left out) or `desc` for the newest first.
                 * @example desc
                 */
                order?: components["parameters"]["SudoOrder"];
            };
            header?: never;
            path: {
                /**
                 * @description The id of a completion that this key has kept with `store` true.
                 * @example chatcmpl-tide0042
                 */
                completion_id: components["parameters"]["SudoCompletionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of messages. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoChatMessageList"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
    sudoCreateImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SudoImageRequest"];
            };
        };
        responses: {
            /** @description The images, with what they cost. */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SudoImageReply"];
                };
            };
            400: components["responses"]["SudoBadRequest"];
            401: components["responses"]["SudoUnauthorized"];
            404: components["responses"]["SudoNotFound"];
            405: components["responses"]["SudoMethodNotAllowed"];
            413: components["responses"]["SudoPayloadTooLarge"];
            415: components["responses"]["SudoUnsupportedMediaType"];
            429: components["responses"]["SudoRateLimited"];
            500: components["responses"]["SudoServerError"];
            502: components["responses"]["SudoBadGateway"];
            "4XX": components["responses"]["SudoClientError"];
            "5XX": components["responses"]["SudoUpstreamError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
