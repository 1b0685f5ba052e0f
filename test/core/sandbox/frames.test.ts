import test from 'ava';
import { encodeFrame, type Frame, FrameError, frameReader } from '../../../core/sandbox/frames.ts';

const limits = { headerBytes: 1000, payloadBytes: 1000 };

test('frames come out as they went in, however the stream is cut', (t) => {
  const sent: Frame[] = [
    { header: { text: 'ä \ud83d and 👍' }, payload: new Uint8Array() },
    { header: { id: 2 }, payload: Uint8Array.from([0, 1, 2, 255]) },
    { header: { id: 3 }, payload: new Uint8Array(1000).fill(7) },
  ];
  const stream = Buffer.concat(sent.flatMap(({ header, payload }) => encodeFrame(header as object, payload)));
  for (const size of [1, 3, 7, 64, stream.byteLength]) {
    const received: Frame[] = [];
    const read = frameReader(limits, (frame) => received.push(frame));
    for (let at = 0; at < stream.byteLength; at += size) read(stream.subarray(at, at + size));
    t.deepEqual(received, sent, `in pieces of ${size}`);
  }
});

test('what is too large is refused by its lengths, before it is held', (t) => {
  const read = frameReader(limits, () => t.fail());
  const prefix = Buffer.alloc(8);
  prefix.writeUInt32BE(1001, 0);
  t.throws(() => read(prefix), { instanceOf: FrameError });
  const payload = Buffer.alloc(8);
  payload.writeUInt32BE(1001, 4);
  t.throws(() => frameReader(limits, () => t.fail())(payload), { instanceOf: FrameError });
});

test('what is no JSON is refused', (t) => {
  const bytes = Buffer.concat([Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]), Buffer.from('{]')]);
  t.throws(() => frameReader(limits, () => t.fail())(bytes), { instanceOf: FrameError });
});
