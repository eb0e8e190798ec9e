"""Learns to read two figures side by side: fine-tunes MiniLM on pairs and writes io/deltawire/fact/pairs.onnx.

    ./deltawire train-shifts ... --pairs pairs.tsv
    python train.py pairs.tsv BASE.onnx BASE-tokenizer.json pairs.onnx

README.md says where BASE comes from and what must be installed. What a pair looks like to the net is said here and in
PairReader and ToldFigure of package io.deltawire.fact; the three must agree.
"""

import argparse
import re
import time

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import nn

HIDDEN, INNER, HEADS, POSITIONS = 384, 1536, 12, 128
MOST_OF_HEAD, MOST = 20, 48
CLS, SEP = 101, 102
PRIOR = -1.5  # log-odds of a shift among the pairs that are learnt from

TOKEN = re.compile(r"\d+(?:[,.]\d+)*|[a-z]+")
SMALL = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
TENS = {w: 20 + 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SCALES = {"dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6,
          "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12}


def plain(token):
    """What one word or run of digits stands for, or None."""
    if token[0].isdigit():
        digits = token.replace(",", "")
        return float(digits) if digits.count(".") < 2 else None
    if token in ("a", "an"):
        return 1
    return SMALL.get(token, TENS.get(token))


def told(sentence, value):
    """Begin and end of the first place that tells a value; twice 0 where the sentence does not tell it."""
    figure = re.match(r"-?(\d+(?:\.\d+)?)", value)
    if not figure:
        return 0, 0
    sought = float(figure.group(1))
    tokens = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(sentence.lower())]
    follows = lambda i: i < len(tokens) and tokens[i][1] - tokens[i - 1][2] <= 1
    for first, (word, begin, _) in enumerate(tokens):
        number = plain(word)
        if number is None:
            continue
        last = first
        if word in TENS and follows(last + 1) and 0 < SMALL.get(tokens[last + 1][0], 0) < 10:
            last += 1
            number += SMALL[tokens[last][0]]
        while True:
            if (word not in ("a", "an") or last > first) and abs(number - sought) <= 1e-6 * max(1, sought):
                return begin, tokens[last][2]
            if not follows(last + 1) or tokens[last + 1][0] not in SCALES:
                break
            last += 1
            number *= SCALES[tokens[last][0]]
    return 0, 0


def sides(pairs, tokenizer):
    """Piece ids and which of them tell the figure, by (subject, value, unit, sentence)."""
    known = list({side for pair in pairs for side in pair})
    heads = tokenizer.encode_batch([f"quantity {s} {v} {u} |" for s, v, u, _ in known], add_special_tokens=False)
    texts = tokenizer.encode_batch([t for _, _, _, t in known], add_special_tokens=False)
    made = {}
    for side, head, text in zip(known, heads, texts):
        begin, end = told(side[3], side[1])
        within = [a < end and b > begin for a, b in text.offsets]
        places = [i for i, yes in enumerate(within) if yes]
        ids = head.ids[:MOST_OF_HEAD]
        room = min(MOST - len(ids), len(text.ids))
        middle = places[0] + len(places) // 2 if places else 0
        first = max(0, min(middle - (MOST - len(ids)) // 2, len(text.ids) - room))
        made[side] = (ids + text.ids[first:first + room], [False] * len(ids) + within[first:first + room])
    return made


def row(before, now):
    ids = [CLS] + before[0] + [SEP] + now[0] + [SEP]
    marks = [0] + [int(m) for m in before[1]] + [0] + [2 * int(m) for m in now[1]] + [0]
    return ids, [0] * (len(before[0]) + 2) + [1] * (len(now[0]) + 1), marks


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x, mask, drop):
        rows = x.shape[0]
        split = lambda z: z.view(rows, -1, HEADS, HIDDEN // HEADS).transpose(1, 2)
        scores = split(self.q(x)) @ split(self.k(x)).transpose(2, 3) * (HIDDEN // HEADS) ** -0.5
        if mask is not None:
            scores = scores + mask
        seen = (torch.softmax(scores, -1) @ split(self.v(x))).transpose(1, 2).reshape(rows, -1, HIDDEN)
        x = self.norm1(x + F.dropout(self.o(seen), drop, self.training))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), drop, self.training))


class Reader(nn.Module):
    """MiniLM with a mark on the pieces that tell either figure, and a head on the first piece and the marked ones."""

    def __init__(self, base):
        super().__init__()
        graph = onnx.load(base).graph
        weights = {t.name: torch.tensor(numpy_helper.to_array(t).copy()) for t in graph.initializer}
        products = {n.name: n.input[1] for n in graph.node if n.op_type == "MatMul"}
        self.word = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.position = nn.Parameter(weights["embeddings.position_embeddings.weight"][:POSITIONS].clone())
        self.side = nn.Parameter(weights["embeddings.token_type_embeddings.weight"].clone())
        self.mark = nn.Parameter(torch.randn(3, HIDDEN) * 0.02)
        self.norm = self.normed(nn.LayerNorm(HIDDEN, eps=1e-12), weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList()
        for number in range(sum(name.endswith("intermediate.dense.bias") for name in weights)):
            layer, prefix = Layer(), f"encoder.layer.{number}."
            for module, name in ((layer.q, "attention.self.query"), (layer.k, "attention.self.key"),
                                 (layer.v, "attention.self.value"), (layer.o, "attention.output.dense"),
                                 (layer.inner, "intermediate.dense"), (layer.outer, "output.dense")):
                product = products["/" + (prefix + name).replace(".", "/").replace("encoder/layer/", "encoder/layer.") + "/MatMul"]
                module.weight.data = weights[product].T.contiguous()
                module.bias.data = weights[prefix + name + ".bias"]
            self.normed(layer.norm1, weights, prefix + "attention.output.LayerNorm")
            self.normed(layer.norm2, weights, prefix + "output.LayerNorm")
            self.layers.append(layer)
        self.head = nn.Sequential(nn.Linear(3 * HIDDEN, 256), nn.Tanh(), nn.Dropout(0.1), nn.Linear(256, 1))
        nn.init.zeros_(self.head[3].weight)
        nn.init.zeros_(self.head[3].bias)

    @staticmethod
    def normed(norm, weights, name):
        norm.weight.data, norm.bias.data = weights[name + ".weight"], weights[name + ".bias"]
        return norm

    def forward(self, ids, sides, marks, padded=False, drop=0.0):
        marked = (marks > 0).unsqueeze(-1)
        x = self.word(ids) + self.position[:ids.shape[1]] + self.side[sides] + self.mark[marks] * marked
        x = F.dropout(self.norm(x), drop, self.training)
        mask = None
        if padded:
            mask = torch.zeros(ids.shape[0], 1, 1, ids.shape[1]).masked_fill((ids == 0)[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, mask, drop)
        x = x.float()

        def mean(of):
            of = of.float().unsqueeze(-1)
            return (x * of).sum(1) / of.sum(1).clamp(min=1)

        return self.head(torch.cat([x[:, 0], mean(marks == 1), mean(marks == 2)], 1)).squeeze(1)


def read(path, rng):
    """All pairs that are shifts or may be taken for one, and some of the others."""
    labels, pairs = [], []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        odds = float(cells[1])
        share = 1 if cells[0] == "1" or odds >= -3 else 0.25 if odds >= -5 else 0.03
        if rng.random() < share:
            labels.append(float(cells[0]))
            pairs.append((tuple(cells[2:6]), tuple(cells[6:10])))
    return np.array(labels, np.float32), pairs


def batches(rows, size, rng):
    """Of like length, in no order."""
    order = rng.permutation(len(rows))
    chunks = [order[i:i + 50 * size] for i in range(0, len(order), 50 * size)]
    order = np.concatenate([chunk[np.argsort([len(rows[i][0]) for i in chunk], kind="stable")] for chunk in chunks])
    cut = [order[i:i + size] for i in range(0, len(order), size)]
    return [cut[i] for i in rng.permutation(len(cut))]


def packed(rows):
    longest = max(len(r[0]) for r in rows)
    return [torch.tensor([r[part] + [0] * (longest - len(r[0])) for r in rows]) for part in range(3)]


def train(reader, rows, labels, args, rng):
    trained = [p for p in reader.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=args.rate, weight_decay=0.01)
    steps = args.passes * -(-len(rows) // args.batch)
    step, start, mean = 0, time.time(), 0.0
    reader.train()
    for _ in range(args.passes):
        for batch in batches(rows, args.batch, rng):
            for group in optimizer.param_groups:
                group["lr"] = args.rate * min(1, (step + 1) / (0.06 * steps)) * (1 - step / steps)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                odds = reader(*packed([rows[i] for i in batch]), padded=True, drop=0.1)
            loss = F.binary_cross_entropy_with_logits(odds.float() + PRIOR, torch.tensor(labels[batch]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            step, mean = step + 1, 0.99 * mean + 0.01 * loss.item()
            if step % 100 == 0:
                print(f"{step} of {steps}, loss {mean / (1 - 0.99 ** step):.4f}, {step * args.batch / (time.time() - start):.0f} pairs/s", flush=True)
    reader.eval()


def export(reader, path):
    ids = torch.randint(1000, 20000, (1, 20))
    marks = torch.zeros(1, 20, dtype=torch.long)
    marks[0, 3], marks[0, 9] = 1, 2
    names = ["ids", "sides", "marks"]
    torch.onnx.export(reader, (ids, torch.zeros_like(ids), marks), path + ".full", input_names=names, output_names=["odds"],
                      dynamic_axes={name: {1: "pieces"} for name in names}, opset_version=17, dynamo=False)
    quant_pre_process(path + ".full", path + ".shaped", skip_symbolic_shape=True)
    # seven bits of weight: sums of eight overflow on processors without VNNI, which would then say something else
    quantize_dynamic(path + ".shaped", path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("pairs", "base", "tokenizer", "out"):
        parser.add_argument(name)
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=7e-5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    tokenizer = Tokenizer.from_file(args.tokenizer)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    labels, pairs = read(args.pairs, rng)
    print(f"{len(pairs)} pairs, {int(labels.sum())} of them shifts", flush=True)
    made = sides(pairs, tokenizer)
    reader = Reader(args.base)
    train(reader, [row(made[before], made[now]) for before, now in pairs], labels, args, rng)
    torch.save(reader.state_dict(), args.out + ".pt")
    export(reader, args.out)


if __name__ == "__main__":
    main()
