"""The street tree's three questions, answered again and again by other engines from PyPI: turns a second.

Usage: peers.py SECONDS; prints a line for each engine."""
import json
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
QUESTIONS = ["Where does the tree stand?", "Does it lean more than it did?", "What do you see on it?"]


def ink():
    import inkcpp_py

    binary = os.path.join(tempfile.mkdtemp(), "three-questions.bin")
    inkcpp_py.compile_json(os.path.join(HERE, "three-questions.ink.json"), binary)
    story = inkcpp_py.Story.from_file(binary)

    def talk():
        runner = story.new_runner()
        said = [runner.getall()]
        for choice in (0, 1, 0):
            runner.choose(choice)
            said.append(runner.getall())
        return said

    assert "ring the tree officer" in talk()[-1]
    return talk


def transitions():
    from transitions import Machine

    class Talk:
        def __init__(self):
            self.answers = []

        def keep(self, answer):
            self.answers.append(answer)

    states = ["place", "leaning", "harm", "finished"]
    ways = [
        {"trigger": "answer", "source": at, "dest": to, "before": "keep"}
        for at, to in zip(states, states[1:])
    ]
    machine = Machine(model=None, states=states, transitions=ways, initial="place")

    def talk():
        model = Talk()
        machine.add_model(model)
        for question, answer in zip(QUESTIONS, ("by the gate", "no", "split")):
            model.answer(answer)
        machine.remove_model(model)
        return model.state

    assert talk() == "finished"
    return talk


def sismic():
    from sismic.interpreter import Interpreter
    from sismic.io import import_from_yaml

    chart = import_from_yaml(
        """
statechart:
  name: street tree
  root state:
    name: root
    initial: place
    states:
      - name: place
        transitions: [{target: leaning, event: answer}]
      - name: leaning
        transitions: [{target: harm, event: answer}]
      - name: harm
        transitions: [{target: finished, event: answer}]
      - name: finished
"""
    )

    def talk():
        interpreter = Interpreter(chart)
        interpreter.execute()
        for answer in ("by the gate", "no", "split"):
            interpreter.queue("answer", value=answer).execute()
        return interpreter.configuration

    assert "finished" in talk()
    return talk


def main():
    seconds = float(sys.argv[1])
    for engine in (ink, transitions, sismic):
        talk, talks, start = engine(), 0, time.perf_counter()
        while time.perf_counter() - start < seconds:
            talk()
            talks += 1
        turns = 3 * talks / (time.perf_counter() - start)
        print(json.dumps({"engine": engine.__name__, "turns": round(turns)}))


main()
